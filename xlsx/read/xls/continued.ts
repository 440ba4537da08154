import { failure } from '../types.ts';
import { RECORD, type Records } from './records.ts';

const PIECE = 8_192;

/**
 * Reads the content of a record on into those that continue it: no record is longer than 8,224 bytes, but a table of
 * strings is. Where letters go on in the next record, it says anew whether each takes one byte or two.
 */
export class Continued {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #parts: { readonly start: number; readonly end: number }[];
  #part = 0;
  #at: number;

  /** Begins so many bytes into the record, and takes those that continue it off the stream. */
  constructor(records: Records, skipped: number) {
    const { bytes } = records;
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (skipped > records.length) throw failure('damaged');
    this.#at = records.start + skipped;
    this.#parts = [{ start: records.start, end: records.end }];
    while (records.nextId === RECORD.continue && records.next())
      this.#parts.push({ start: records.start, end: records.end });
  }

  /** Whether nothing is left. */
  get ended(): boolean {
    return this.#left() === 0;
  }

  u8(): number {
    if (this.#left() === 0) throw failure('damaged');
    return this.#view.getUint8(this.#at++);
  }

  u16(): number {
    return this.u8() + this.u8() * 0x100;
  }

  u32(): number {
    return this.u16() + this.u16() * 0x10000;
  }

  skip(length: number): void {
    for (let rest = length; rest > 0; ) {
      const step = Math.min(rest, this.#left());
      if (step === 0) throw failure('damaged');
      this.#at += step;
      rest -= step;
    }
  }

  /** A string whose length was read already (MS-XLS 2.5.293): what it is made of, letters, fonts and pronunciation. */
  string(length: number): string {
    const flags = this.u8();
    const runs = flags & 8 ? this.u16() : 0;
    const phonetic = flags & 4 ? this.u32() : 0;
    const text = this.#letters(length, (flags & 1) !== 0);
    this.skip(4 * runs + phonetic);
    return text;
  }

  #letters(length: number, wide: boolean): string {
    let text = '';
    let two = wide;
    for (let rest = length; rest > 0; ) {
      if (this.#end() === this.#at) two = (this.u8() & 1) !== 0;
      const count = Math.min(rest, PIECE, Math.floor((this.#end() - this.#at) / (two ? 2 : 1)));
      if (count === 0) throw failure('damaged');
      text += String.fromCharCode(...(two ? this.#wide(count) : this.bytes.subarray(this.#at, this.#at + count)));
      this.#at += two ? 2 * count : count;
      rest -= count;
    }
    return text;
  }

  #wide(count: number): Uint16Array {
    const codes = new Uint16Array(count);
    for (let n = 0; n < count; n++) codes[n] = this.#view.getUint16(this.#at + 2 * n, true);
    return codes;
  }

  #end(): number {
    return this.#parts[this.#part]?.end ?? this.#at;
  }

  /** Bytes up to the end of the record that is being read, which is the next one when this has none. */
  #left(): number {
    for (let next = this.#parts[this.#part + 1]; this.#at === this.#end() && next !== undefined; ) {
      this.#part++;
      this.#at = next.start;
      next = this.#parts[this.#part + 1];
    }
    return this.#end() - this.#at;
  }
}

/** Line ends as a cell has them. */
export function withPlainLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
