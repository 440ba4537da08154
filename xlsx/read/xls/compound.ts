import { failure } from '../types.ts';
import { type DirectoryEntry, readDirectory, rootStreams } from './compound-directory.ts';

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Twice this stands in memory: the file and the stream taken out of it. Bytes. */
const LARGEST = 96 * 1024 * 1024;
const HEADER = 512;
/** Where the header's own list of FAT sectors stands, and how many it has. */
const DIFAT = 76;
const DIFAT_LENGTH = 109;
/** Sector numbers from here on are no sectors: an end, a gap, the table itself. */
const NO_SECTOR = 0xfffffffa;
const MINI_SHIFT = 6;

/** A compound file (MS-CFB): what office programs packed their documents in before ZIP. */
export interface Compound {
  /** Whether the file's root holds a stream of this name, in lower case. What is embedded in it does not count. */
  has(name: string): boolean;
  /**
   * A stream's bytes; `undefined` where there is none.
   * @throws ReadFailure
   */
  read(name: string): Uint8Array | undefined;
}

export function isCompound(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, at) => bytes[at] === byte);
}

/**
 * Opens a compound file by its directory.
 * @throws ReadFailure 'truncated' (a sector lies beyond the end) | 'damaged' | 'too-large'
 */
export function openCompound(bytes: Uint8Array): Compound {
  if (bytes.length > LARGEST) throw failure('too-large');
  if (bytes.length < HEADER) throw failure('truncated');
  return new CompoundFile(bytes);
}

class CompoundFile implements Compound {
  readonly #view: DataView;
  readonly #shift: number;
  /** Sectors in the file, the last one perhaps in part. */
  readonly #count: number;
  readonly #fat: Uint32Array;
  readonly #root: DirectoryEntry;
  readonly #streams: ReadonlyMap<string, DirectoryEntry>;
  /** Streams shorter than this lie in pieces of 64 bytes inside the root's stream. */
  readonly #small: number;
  #mini: { readonly bytes: Uint8Array; readonly fat: Uint32Array } | undefined;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#shift = this.#view.getUint16(30, true);
    if (this.#shift !== 9 && this.#shift !== 12) throw failure('damaged');
    this.#count = Math.max(0, Math.ceil(bytes.length / 2 ** this.#shift) - 1);
    this.#small = this.#view.getUint32(56, true);
    this.#fat = this.#table(this.#fatSectors());
    const chain = this.#chain(this.#view.getUint32(48, true));
    const entries = readDirectory(this.#joined(chain, chain.length << this.#shift));
    const [root] = entries;
    if (root === undefined) throw failure('damaged');
    this.#root = root;
    this.#streams = rootStreams(entries);
  }

  has(name: string): boolean {
    return this.#streams.has(name);
  }

  read(name: string): Uint8Array | undefined {
    const entry = this.#streams.get(name);
    if (entry === undefined) return undefined;
    return entry.size < this.#small ? this.#readSmall(entry) : this.#readLarge(entry);
  }

  #readLarge({ start, size }: DirectoryEntry): Uint8Array {
    if (size > this.bytes.length) throw failure('truncated');
    const sectors = this.#chain(start, Math.ceil(size / 2 ** this.#shift));
    return this.#joined(sectors, size);
  }

  #readSmall({ start, size }: DirectoryEntry): Uint8Array {
    this.#mini ??= {
      bytes: this.#readLarge(this.#root),
      fat: this.#table(this.#chain(this.#view.getUint32(60, true))),
    };
    const { bytes, fat } = this.#mini;
    const out = new Uint8Array(size);
    let sector = start;
    for (let at = 0; at < size; at += 1 << MINI_SHIFT) {
      const from = sector * (1 << MINI_SHIFT);
      const length = Math.min(1 << MINI_SHIFT, size - at);
      if (from + length > bytes.length) throw failure('damaged');
      out.set(bytes.subarray(from, from + length), at);
      sector = fat[sector] ?? NO_SECTOR;
    }
    return out;
  }

  /** Which sectors the FAT stands in: the first in the header, more in a chain of sectors. */
  #fatSectors(): number[] {
    const perSector = 1 << (this.#shift - 2);
    // More than it takes to say of each sector what follows it is no FAT.
    const most = Math.ceil(this.#count / perSector);
    const sectors: number[] = [];
    const take = (at: number, count: number): void => {
      for (let n = 0; n < count && sectors.length < most; n++) {
        const sector = this.#view.getUint32(at + 4 * n, true);
        if (sector < NO_SECTOR) sectors.push(sector);
      }
    };
    take(DIFAT, DIFAT_LENGTH);
    let next = this.#view.getUint32(68, true);
    for (let steps = 0; next < NO_SECTOR && sectors.length < most; steps++) {
      if (steps > this.#count) throw failure('damaged');
      const at = this.#place(next, perSector * 4);
      take(at, perSector - 1);
      next = this.#view.getUint32(at + 4 * (perSector - 1), true);
    }
    return sectors;
  }

  #table(sectors: readonly number[]): Uint32Array {
    const perSector = 1 << (this.#shift - 2);
    const table = new Uint32Array(sectors.length * perSector);
    for (const [n, sector] of sectors.entries()) {
      const at = this.#place(sector, perSector * 4);
      for (let i = 0; i < perSector; i++) table[n * perSector + i] = this.#view.getUint32(at + 4 * i, true);
    }
    return table;
  }

  /** The sectors from `start` on: `count` of them, or to the end of the chain. */
  #chain(start: number, count?: number): number[] {
    const sectors: number[] = [];
    for (let sector = start; sectors.length !== count && (count !== undefined || sector < NO_SECTOR); ) {
      if (sector >= NO_SECTOR || sectors.length > this.#count) throw failure('damaged');
      if (sector >= this.#count) throw failure('truncated');
      sectors.push(sector);
      sector = this.#fat[sector] ?? NO_SECTOR;
    }
    return sectors;
  }

  #joined(sectors: readonly number[], size: number): Uint8Array {
    const out = new Uint8Array(size);
    const sectorSize = 2 ** this.#shift;
    for (const [n, sector] of sectors.entries()) {
      const length = Math.min(sectorSize, size - n * sectorSize);
      const at = this.#place(sector, length);
      out.set(this.bytes.subarray(at, at + length), n * sectorSize);
    }
    return out;
  }

  /** Where a sector begins; so many bytes of it must be there. */
  #place(sector: number, length: number): number {
    const at = (sector + 1) * 2 ** this.#shift;
    if (at + length > this.bytes.length) throw failure('truncated');
    return at;
  }
}
