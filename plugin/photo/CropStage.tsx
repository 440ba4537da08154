import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { type CropFrame, firstFrame, movedFrame, scaledFrame } from './crop-frame.ts';
import { PHOTO_WORDS as words } from './locale.zh-CN.ts';
import { PHOTO_HEIGHT } from './make-photo.ts';
import type { OpenedPicture } from './open-picture.ts';

/** The stage's room on the screen, in CSS pixels. */
const ROOM = { width: 440, height: 400 } as const;
/** The preview's height on the screen. */
const PREVIEW = 153;
/** One press of an arrow key moves so much of the stage. */
const STEP = 4;
const CLOSER = 0.94;

export interface CropStageProps {
  readonly picture: OpenedPicture;
  readonly ratio: number;
  readonly saving: boolean;
  readonly onConfirm: (frame: CropFrame) => void;
  readonly onCancel: () => void;
}

/** The picture with a frame over it, moved and scaled by mouse and keys, and what it gives beside it. */
export function CropStage({ picture, ratio, saving, onConfirm, onCancel }: CropStageProps) {
  const { bitmap } = picture;
  const [frame, setFrame] = useState(() => firstFrame(bitmap, ratio));
  const stage = useRef<HTMLCanvasElement>(null);
  const preview = useRef<HTMLCanvasElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const scale = Math.min(ROOM.width / bitmap.width, ROOM.height / bitmap.height);
  const largest = firstFrame(bitmap, ratio).width;

  useEffect(
    () => draw(stage.current, bitmap, { left: 0, top: 0, width: bitmap.width, height: bitmap.height }),
    [bitmap],
  );
  useEffect(() => draw(preview.current, bitmap, frame), [bitmap, frame]);
  useEffect(() => handle.current?.focus(), []);

  const move = (right: number, down: number): void => setFrame((now) => movedFrame(bitmap, now, right, down));
  const resize = (factor: number): void => setFrame((now) => scaledFrame(bitmap, now, factor));
  const onKey = (event: KeyboardEvent): void => {
    const by = (STEP * (event.shiftKey ? 5 : 1)) / scale;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => move(-by, 0),
      ArrowRight: () => move(by, 0),
      ArrowUp: () => move(0, -by),
      ArrowDown: () => move(0, by),
      '+': () => resize(1 / CLOSER),
      '=': () => resize(1 / CLOSER),
      '-': () => resize(CLOSER),
      Enter: () => onConfirm(frame),
    };
    const act = keys[event.key];
    if (!act || saving) return;
    event.preventDefault();
    act();
  };
  const onMove = (event: PointerEvent): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) move(event.movementX / scale, event.movementY / scale);
  };
  return (
    <>
      <div className="mingce-photo-work">
        <div
          className="mingce-photo-stage"
          style={{ width: bitmap.width * scale, height: bitmap.height * scale }}
          onWheel={(event) => resize(event.deltaY > 0 ? 1 / CLOSER : CLOSER)}
        >
          <canvas ref={stage} width={Math.round(bitmap.width * scale)} height={Math.round(bitmap.height * scale)} />
          <button
            ref={handle}
            type="button"
            className="mingce-photo-frame"
            aria-label={words.frame}
            disabled={saving}
            style={{
              left: frame.left * scale,
              top: frame.top * scale,
              width: frame.width * scale,
              height: frame.height * scale,
            }}
            onKeyDown={onKey}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={onMove}
          />
        </div>
        <aside>
          <figure>
            <canvas
              ref={preview}
              width={Math.round(PREVIEW * 2 * ratio)}
              height={PREVIEW * 2}
              style={{ height: PREVIEW }}
            />
            <figcaption>
              {words.preview}
              <small>{words.ratio}</small>
            </figcaption>
          </figure>
          <label>
            {words.size}
            <input
              type="range"
              min={20}
              max={100}
              value={Math.round((frame.width / largest) * 100)}
              disabled={saving}
              onChange={(event) => resize((Number(event.currentTarget.value) / 100) * (largest / frame.width))}
            />
          </label>
        </aside>
      </div>
      <p className="mingce-photo-quiet">{words.hint}</p>
      {frame.height < PHOTO_HEIGHT / 2 && <p className="mingce-photo-note">{words.small}</p>}
      {picture.animated && <p className="mingce-photo-note">{words.animated}</p>}
      <footer>
        <button type="button" className="mingce-photo-button" onClick={onCancel}>
          {words.cancel}
        </button>
        <button
          type="button"
          className="mingce-photo-button mingce-photo-primary"
          disabled={saving}
          onClick={() => onConfirm(frame)}
        >
          {saving ? words.saving : words.ok}
        </button>
      </footer>
    </>
  );
}

function draw(canvas: HTMLCanvasElement | null, bitmap: ImageBitmap, part: CropFrame): void {
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, part.left, part.top, part.width, part.height, 0, 0, canvas.width, canvas.height);
}
