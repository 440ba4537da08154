/** Why bytes cannot be opened as a workbook's container. The words are in `xlsx/locale/zh-CN.ts`. */
export type ZipErrorCode =
  | 'empty'
  | 'not-a-zip'
  | 'truncated'
  | 'encrypted'
  /** A ZIP archive with a password, and other archives (.rar, .7z). */
  | 'locked-archive'
  | 'other-archive'
  | 'pdf'
  | 'word'
  | 'xls'
  | 'ods'
  | 'too-large'
  | 'damaged'
  | 'unsupported-compression';

export interface ZipError {
  readonly code: ZipErrorCode;
  /** The part concerned, where there is one. */
  readonly part?: string;
}

/** What an archive may unpack to. Sizes in bytes. */
export interface ZipLimits {
  readonly parts: number;
  readonly partSize: number;
  readonly totalSize: number;
  /** Unpacked size over packed size, asked only of parts of more than 16 MB. */
  readonly ratio: number;
}

/** One entry of the central directory, with what a byte-for-byte copy needs. */
export interface ZipEntry {
  /** The name as the archive spells it, decoded. */
  readonly name: string;
  readonly nameBytes: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly flags: number;
  readonly crc32: number;
  readonly compressedSize: number;
  readonly size: number;
  /** DOS time and date, as two little-endian words of the header. */
  readonly time: number;
  readonly date: number;
  readonly versionMadeBy: number;
  readonly versionNeeded: number;
  readonly internalAttributes: number;
  readonly externalAttributes: number;
  /** Extra field of the central directory. */
  readonly extra: Uint8Array;
  readonly comment: Uint8Array;
  /** The compressed bytes, a view into the file. */
  raw(): Uint8Array;
}

export type ReadResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly error: ZipError | { readonly code: 'no-such-part'; readonly part: string } };

export interface ZipArchive {
  /** In the order of the central directory. */
  readonly entries: readonly ZipEntry[];
  /** Exact name first, then without regard to case, `\` read as `/`, a leading `/` ignored. */
  find(name: string): ZipEntry | undefined;
  /** Inflates one part, counting while inflating, and checks its CRC. */
  read(name: string): ReadResult;
  /** The same of an entry at hand, whatever others share its name. */
  readEntry(entry: ZipEntry): ReadResult;
  /** Inflates one part piece by piece; answers `undefined` when all went well. `onPiece` false stops early. */
  stream(entry: ZipEntry, onPiece: (piece: Uint8Array) => boolean): ZipError | undefined;
}
