export { firstFrame } from '../crop-frame.ts';
export { makePhoto } from '../make-photo.ts';
export { openPicture } from '../open-picture.ts';
