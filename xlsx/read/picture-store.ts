import type { ZipArchive } from '../zip/read-zip.ts';
import { LARGEST_PICTURE, MOST_TOGETHER } from './picture-types.ts';

/** The pictures of a package, each unpacked once, and no more of them than `MOST_TOGETHER`. */
export class PictureStore {
  readonly #known = new Map<string, Uint8Array>();
  #left = MOST_TOGETHER;

  constructor(private readonly zip: ZipArchive) {}

  /** The bytes of a part; empty for one that is too large, `undefined` for one that is not there or cannot be read. */
  get(target: string): Uint8Array | undefined {
    const known = this.#known.get(target);
    if (known !== undefined) return known;
    const entry = this.zip.find(target);
    if (entry === undefined) return undefined;
    if (entry.size > LARGEST_PICTURE || entry.size > this.#left) return new Uint8Array();
    const read = this.zip.readEntry(entry);
    if (!read.ok) return undefined;
    this.#left -= read.bytes.length;
    this.#known.set(target, read.bytes);
    return read.bytes;
  }
}
