import { failure, LONGEST_TEXT } from '../types.ts';

/**
 * Puts together the text of a cell: a line for each paragraph. Spaces are kept though several side by side should count
 * as one (ODF 1.2, 6.1.2): LibreOffice writes them so in texts of several fonts. Only line ends of the file itself are none.
 */
export class Paragraphs {
  #text = '';
  #count = 0;
  /** How deep in paragraphs: what stands between them is none. */
  #depth = 0;

  begin(): void {
    this.#text = '';
    this.#count = 0;
    this.#depth = 0;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (isParagraph(name)) {
      if (this.#depth++ === 0 && this.#count++ > 0) this.#text += '\n';
    } else if (this.#depth === 0) return;
    else if (name === 'text:s') this.#add(' '.repeat(spaces(attributes['text:c'])));
    else if (name === 'text:tab') this.#add('\t');
    else if (name === 'text:line-break') this.#add('\n');
  }

  text(raw: string): void {
    if (this.#depth === 0) return;
    const lines = /[\r\n]/.test(raw) ? raw.split(/[\r\n]+/).map(withoutMargin) : [raw];
    const text = lines.filter((line) => line !== '').join(' ');
    if (text !== '') this.#add(text);
  }

  close(name: string): void {
    if (isParagraph(name) && this.#depth > 0) this.#depth--;
  }

  /** Whether there is any, be it blank. */
  get some(): boolean {
    return this.#count > 0;
  }

  end(): string {
    return this.#text;
  }

  #add(text: string): void {
    this.#text += text;
    if (this.#text.length > LONGEST_TEXT) throw failure('text-too-long');
  }
}

const isParagraph = (name: string): boolean => name === 'text:p' || name === 'text:h';

/** Without the spaces and tabs around it. */
function withoutMargin(line: string): string {
  const isBlank = (at: number): boolean => line.charAt(at) === ' ' || line.charAt(at) === '\t';
  let from = 0;
  let to = line.length;
  while (from < to && isBlank(from)) from++;
  while (from < to && isBlank(to - 1)) to--;
  return line.slice(from, to);
}

function spaces(written: string | undefined): number {
  const number = Number.parseInt(written ?? '1', 10);
  return Number.isInteger(number) ? Math.min(LONGEST_TEXT + 1, Math.max(0, number)) : 1;
}
