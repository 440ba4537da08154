/** A frame over a picture, in the picture's pixels. */
export interface CropFrame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Of what is left above and below the frame, how much stays above: heads stand above the middle. */
const ABOVE = 0.3;
/** The frame at its smallest, as a part of its largest. */
const SMALLEST = 0.2;

/** The largest frame of that ratio (width to height) within the picture: in the middle, a little above it. */
export function firstFrame(picture: PictureSize, ratio: number): CropFrame {
  const width = Math.min(picture.width, picture.height * ratio);
  const height = width / ratio;
  const [left, top] = [(picture.width - width) / 2, (picture.height - height) * ABOVE];
  return within(picture, { left, top, width, height });
}

/** The frame moved by so many of the picture's pixels, as far as the picture goes. */
export function movedFrame(picture: PictureSize, frame: CropFrame, right: number, down: number): CropFrame {
  return within(picture, { ...frame, left: frame.left + right, top: frame.top + down });
}

/** The frame made larger (above 1) or smaller around its middle, its ratio kept. */
export function scaledFrame(picture: PictureSize, frame: CropFrame, factor: number): CropFrame {
  const largest = firstFrame(picture, frame.width / frame.height);
  const width = Math.min(largest.width, Math.max(largest.width * SMALLEST, frame.width * factor));
  const height = (width / frame.width) * frame.height;
  const left = frame.left + (frame.width - width) / 2;
  const top = frame.top + (frame.height - height) / 2;
  return within(picture, { left, top, width, height });
}

function within(picture: PictureSize, frame: CropFrame): CropFrame {
  const most = (room: number, length: number): number => Math.max(0, room - length);
  return {
    ...frame,
    left: Math.min(Math.max(0, frame.left), most(picture.width, frame.width)),
    top: Math.min(Math.max(0, frame.top), most(picture.height, frame.height)),
  };
}
