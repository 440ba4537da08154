import { failure } from '../types.ts';

/** Goes through the records of a BIFF stream: a number, a length, so many bytes. Places in a record count from its content. */
export class Records {
  readonly #view: DataView;
  id = 0;
  /** Where the record's content stands in the stream. */
  start: number;
  end: number;

  constructor(
    readonly bytes: Uint8Array,
    at = 0,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.start = at;
    this.end = at;
  }

  /**
   * Goes to the next record; `false` at the end of the stream.
   * @throws ReadFailure 'damaged': the record is longer than what is left
   */
  next(): boolean {
    const at = this.end;
    if (at + 4 > this.bytes.length) return false;
    this.id = this.#view.getUint16(at, true);
    this.start = at + 4;
    this.end = this.start + this.#view.getUint16(at + 2, true);
    if (this.end > this.bytes.length) throw failure('damaged');
    return true;
  }

  /** The number of the record that follows. */
  get nextId(): number | undefined {
    return this.end + 4 > this.bytes.length ? undefined : this.#view.getUint16(this.end, true);
  }

  get length(): number {
    return this.end - this.start;
  }

  u8(at: number): number {
    return this.#view.getUint8(this.#place(at, 1));
  }

  u16(at: number): number {
    return this.#view.getUint16(this.#place(at, 2), true);
  }

  u32(at: number): number {
    return this.#view.getUint32(this.#place(at, 4), true);
  }

  f64(at: number): number {
    return this.#view.getFloat64(this.#place(at, 8), true);
  }

  /** So many bytes of the record. */
  slice(at: number, length: number): Uint8Array {
    const from = this.#place(at, length);
    return this.bytes.subarray(from, from + length);
  }

  #place(at: number, length: number): number {
    const from = this.start + at;
    if (from + length > this.end) throw failure('damaged');
    return from;
  }
}

/** Numbers of the records that are read (MS-XLS 2.3.1; some differ between the versions of BIFF). */
export const RECORD = {
  formula: 0x0006,
  eof: 0x000a,
  dateMode: 0x0022,
  filePass: 0x002f,
  font: 0x0031,
  continue: 0x003c,
  codePage: 0x0042,
  boundSheet: 0x0085,
  multipleRk: 0x00bd,
  richString: 0x00d6,
  extendedFormat: 0x00e0,
  mergedCells: 0x00e5,
  sharedStrings: 0x00fc,
  sharedLabel: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  booleanOrError: 0x0205,
  formula3: 0x0206,
  string: 0x0207,
  rk: 0x027e,
  formula4: 0x0406,
  format: 0x041e,
  begin: 0x0809,
} as const;
