const QUOTE = 0x22;
const ESCAPE = 0x5c;
const START = Buffer.from('"data:image/');

/**
 * Takes the pictures (texts that begin with `data:image/`) out of JSON as it comes in, in pieces of any size. What is
 * left is the same JSON with `token(start, length)` in the place of each, where start and length are the bytes of the
 * text with its quotes in what came in.
 */
export class PictureSkimmer {
  private readonly kept: Buffer[] = [];
  /** Bytes of former pieces that `at` counts from. */
  private base = 0;
  private carried: Buffer = Buffer.alloc(0);
  private inside: 'text' | 'picture' | null = null;
  private escaped = false;
  private start = 0;

  constructor(private readonly token: (start: number, length: number) => string) {}

  push(piece: Buffer): void {
    const bytes = this.carried.length === 0 ? piece : Buffer.concat([this.carried, piece]);
    const done = this.skim(bytes, false);
    this.carried = Buffer.from(bytes.subarray(done));
    this.base += done;
  }

  /** The JSON without its pictures. One that is cut off stays out, as is no JSON anyway. */
  end(): string {
    this.skim(this.carried, true);
    return Buffer.concat(this.kept)
      .toString('utf8')
      .replace(/^\ufeff/, '');
  }

  /** Answers how many bytes are dealt with. */
  private skim(bytes: Buffer, last: boolean): number {
    let from = 0;
    let at = 0;
    while (at < bytes.length) {
      if (this.inside === null) {
        const quote = bytes.indexOf(QUOTE, at);
        if (quote < 0) {
          at = bytes.length;
          break;
        }
        if (!last && bytes.length - quote < START.length) {
          this.keep(bytes, from, quote);
          return quote;
        }
        const picture = bytes.subarray(quote, quote + START.length).equals(START);
        this.inside = picture ? 'picture' : 'text';
        this.start = this.base + quote;
        if (picture) this.keep(bytes, from, quote);
        at = quote + 1;
      }
      at = this.closing(bytes, at);
      if (at < 0) {
        // A picture's bytes are let go, a text's kept.
        if (this.inside === 'text') this.keep(bytes, from, bytes.length);
        return bytes.length;
      }
      if (this.inside === 'picture') {
        this.kept.push(Buffer.from(this.token(this.start, this.base + at - this.start)));
        from = at;
      }
      this.inside = null;
    }
    this.keep(bytes, from, at);
    return bytes.length;
  }

  /** Copied: a view would hold on to the whole piece, pictures and all. */
  private keep(bytes: Buffer, from: number, to: number): void {
    if (to > from) this.kept.push(Buffer.from(bytes.subarray(from, to)));
  }

  /** Behind the quote that closes the text; -1 when it is not in these bytes. */
  private closing(bytes: Buffer, from: number): number {
    let at = this.escaped ? from + 1 : from;
    if (at > bytes.length) return -1;
    this.escaped = false;
    let quote = bytes.indexOf(QUOTE, at);
    for (;;) {
      // A backslash is looked for before the quote only: texts are many, and none may cost the rest of the piece.
      const end = quote < 0 ? bytes.length : quote;
      const backslash = bytes.subarray(at, end).indexOf(ESCAPE);
      if (backslash < 0) return quote < 0 ? -1 : quote + 1;
      at += backslash + 2;
      if (at > bytes.length) {
        this.escaped = true;
        return -1;
      }
      if (quote >= 0 && quote < at) quote = bytes.indexOf(QUOTE, at);
    }
  }
}
