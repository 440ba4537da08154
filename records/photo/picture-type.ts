/** The kinds of pictures that a record may keep: those that every spreadsheet program shows. */
export type PhotoType = 'image/jpeg' | 'image/png';

/** A picture as bytes. */
export interface Photo {
  readonly bytes: Uint8Array;
  readonly type: PhotoType;
}

const STARTS: readonly (readonly [PhotoType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** What the bytes are by how they begin; undefined for what is neither JPEG nor PNG. */
export function photoType(bytes: Uint8Array): PhotoType | undefined {
  return STARTS.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0];
}
