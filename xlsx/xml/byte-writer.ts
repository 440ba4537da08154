import { textElement } from './escape.ts';

const encoder = new TextEncoder();
const SPACE = 1 << 17;

/** 1: copied as it stands, 0: the slow and careful way. Space is judged by its neighbours. */
const PLAIN = new Uint8Array(128).fill(1, 0x21, 0x7f);
for (const markup of '&<>"_') PLAIN[markup.charCodeAt(0)] = 0;

/** An element `<t>` with its tags as bytes, for a part with this prefix (`x:` or ``). */
export interface TextTags {
  readonly prefix: string;
  readonly open: Uint8Array;
  readonly close: Uint8Array;
}

export function textTags(prefix: string): TextTags {
  return { prefix, open: encoder.encode(`<${prefix}t>`), close: encoder.encode(`</${prefix}t>`) };
}

/**
 * Builds UTF-8 directly. Joining a sheet of 100,000 rows as strings and encoding them costs three times as much as
 * deflating them; this costs less than deflating.
 */
export class ByteWriter {
  #bytes = new Uint8Array(SPACE);
  #at = 0;

  get length(): number {
    return this.#at;
  }

  /** What was written since the last call; the writer begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.subarray(0, this.#at);
    this.#bytes = new Uint8Array(Math.max(SPACE, this.#at + (1 << 14)));
    this.#at = 0;
    return taken;
  }

  bytes(piece: Uint8Array): void {
    this.#room(piece.length);
    const bytes = this.#bytes;
    let at = this.#at;
    // Pieces are a few dozen bytes: a loop is faster than `set`.
    for (let i = 0; i < piece.length; i++) bytes[at++] = piece[i] ?? 0;
    this.#at = at;
  }

  string(text: string): void {
    this.#room(text.length * 3);
    this.#at += encoder.encodeInto(text, this.#bytes.subarray(this.#at)).written;
  }

  /** A whole number from 0 in decimal digits. */
  count(value: number): void {
    this.#room(20);
    let digits = 1;
    for (let limit = 10; limit <= value; limit *= 10) digits++;
    let rest = value;
    for (let at = this.#at + digits - 1; at >= this.#at; at--) {
      const next = Math.floor(rest / 10);
      this.#bytes[at] = rest - next * 10 + 0x30;
      rest = next;
    }
    this.#at += digits;
  }

  /** The element `<t>` with this text, escaped as `textElement` does. */
  textElement(text: string, tags: TextTags): void {
    const start = this.#at;
    this.bytes(tags.open);
    if (this.#plain(text)) {
      this.bytes(tags.close);
      return;
    }
    this.#at = start;
    this.string(textElement(text, tags.prefix));
  }

  /** Copies a text that needs no escape; false at the first character that might. */
  #plain(text: string): boolean {
    this.#room(text.length * 3);
    const bytes = this.#bytes;
    const last = text.length - 1;
    let at = this.#at;
    for (let i = 0; i <= last; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) {
        const lonely = unit === 0x20 && i > 0 && i < last && text.charCodeAt(i + 1) !== 0x20;
        if (PLAIN[unit] !== 1 && !lonely) return false;
        bytes[at++] = unit;
      } else if (unit < 0x800) {
        bytes[at++] = 0xc0 | (unit >> 6);
        bytes[at++] = 0x80 | (unit & 0x3f);
      } else if ((unit >= 0xd800 && unit < 0xe000) || unit >= 0xfffe) {
        return false;
      } else {
        bytes[at++] = 0xe0 | (unit >> 12);
        bytes[at++] = 0x80 | ((unit >> 6) & 0x3f);
        bytes[at++] = 0x80 | (unit & 0x3f);
      }
    }
    this.#at = at;
    return true;
  }

  #room(count: number): void {
    if (this.#at + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#at + count));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
  }
}
