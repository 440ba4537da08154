import { dataUrlPhoto, photoDataUrl } from '../../records/photo/photo-text.ts';
import type { PhotoKeeper } from './photo-keeper.ts';

/** Keeps pictures inside the records, as data URLs: for a host that has no other place for them. */
export const INLINE_PHOTOS: PhotoKeeper = {
  read: async (text) => dataUrlPhoto(text) ?? null,
  keep: async (photo) => ({ ok: true, text: photoDataUrl(photo) }),
};
