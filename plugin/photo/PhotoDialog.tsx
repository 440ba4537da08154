import { useEffect, useRef } from 'react';
import type { PhotoRefusal } from './accept-picture.ts';
import { CropStage } from './CropStage.tsx';
import type { CropFrame } from './crop-frame.ts';
import { refusalSentence, type Sentence, PHOTO_WORDS as words } from './locale.zh-CN.ts';
import type { OpenedPicture } from './open-picture.ts';
import './photo.css';

/** What the dialog is at. */
export type PhotoStep =
  | { readonly kind: 'opening' }
  | { readonly kind: 'refused'; readonly error: PhotoRefusal }
  | { readonly kind: 'crop'; readonly picture: OpenedPicture; readonly saving: boolean }
  | { readonly kind: 'failed'; readonly what: string };

export interface PhotoDialogProps {
  /** Whose photo; '' for nobody with a name. */
  readonly name: string;
  /** Width to height. */
  readonly ratio: number;
  readonly step: PhotoStep;
  readonly onConfirm: (frame: CropFrame) => void;
  /** Another file, chosen in the dialog. */
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
}

/** From a file to a photo: opening, cutting, or why not. Modal; Escape closes it and nothing has changed. */
export function PhotoDialog({ name, ratio, step, onConfirm, onFile, onClose }: PhotoDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="mingce-photo"
      aria-labelledby="mingce-photo-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id="mingce-photo-title">{words.title(name)}</h2>
      {step.kind === 'opening' && (
        <>
          <p className="mingce-photo-wait" role="status">
            {words.opening}
          </p>
          <footer>
            <button type="button" className="mingce-photo-button" onClick={onClose}>
              {words.cancel}
            </button>
          </footer>
        </>
      )}
      {step.kind === 'crop' && <CropStage {...step} ratio={ratio} onConfirm={onConfirm} onCancel={onClose} />}
      {(step.kind === 'refused' || step.kind === 'failed') && (
        <Refused
          title={step.kind === 'refused' ? words.refused : words.notSaved}
          sentence={step.kind === 'refused' ? refusalSentence(step.error) : { what: step.what, remedy: '' }}
          onFile={onFile}
          onClose={onClose}
        />
      )}
    </dialog>
  );
}

interface RefusedProps {
  readonly title: string;
  readonly sentence: Sentence;
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
}

function Refused({ title, sentence, onFile, onClose }: RefusedProps) {
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <>
      <div className="mingce-photo-refused" role="alert">
        <strong>{title}</strong>
        <p>{sentence.what}</p>
        {sentence.remedy !== '' && <p>{sentence.remedy}</p>}
        <p className="mingce-photo-quiet">{words.unchanged}</p>
      </div>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
        }}
      />
      <footer>
        <button type="button" className="mingce-photo-button" onClick={() => input.current?.click()}>
          {words.again}
        </button>
        <button ref={button} type="button" className="mingce-photo-button mingce-photo-primary" onClick={onClose}>
          {words.close}
        </button>
      </footer>
    </>
  );
}
