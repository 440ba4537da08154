import { headerText } from '../../recognise/header-text.ts';
import { AFTER_LABEL, GOES_ON, LABEL_NOTE } from '../locale/zh-CN.ts';

/** What a label says, in any spelling: without spaces, brackets, stars, in one width. */
export function labelKey(text: string): string {
  return headerText(text).full;
}

/** The spellings of one label. */
export class LabelWords {
  readonly #own: string;
  readonly #others: ReadonlySet<string>;

  constructor(label: { readonly text: string; readonly aliases: readonly string[] }) {
    this.#own = labelKey(label.text);
    this.#others = new Set(label.aliases.map(labelKey));
  }

  matches(text: string): boolean {
    if (text.length > LONGEST_LABEL) return false;
    const { full, core } = headerText(text);
    return this.is(full) || (LABEL_NOTE.test(text) && this.is(core));
  }

  /** @param key what `labelKey` made */
  is(key: string): boolean {
    return key === this.#own || this.#others.has(key);
  }

  /** Are these the first letters of the label, and not all of them? */
  begins(key: string): boolean {
    const whole = (word: string): boolean => word.length > key.length && word.startsWith(key);
    return key !== '' && (whole(this.#own) || [...this.#others].some(whole));
  }

  /** The block that is this label: by its own words first, then by others, then with its value behind it. */
  find<T extends { readonly text: string }>(blocks: readonly T[]): T | undefined {
    return (
      blocks.find(({ text }) => text.length <= LONGEST_LABEL && labelKey(text) === this.#own) ??
      blocks.find(({ text }) => this.matches(text)) ??
      blocks.find(({ text }) => this.inline(text) !== undefined)
    );
  }

  /** The value that stands in the label's own cell, `姓名：张三` or below it; undefined when the cell is none such. */
  inline(text: string): string | undefined {
    const at = /[:：]/.exec(text)?.index ?? -1;
    if (at <= 0 || !this.matches(text.slice(0, at))) return this.#below(text);
    const value = text.slice(at).replace(AFTER_LABEL, '');
    return value === '' ? undefined : value;
  }

  /** What stands in a label's cell on the lines below it, unless it goes on there (学历⏎学位, 入党⏎时间). */
  #below(text: string): string | undefined {
    if (!text.includes('\n') || this.matches(text)) return undefined;
    const lines = text.trim().split(/\s*\n\s*/);
    for (let label = lines.length - 1; label > 0; label--) {
      const value = lines.slice(label).join('\n');
      if (this.matches(lines.slice(0, label).join('\n'))) return GOES_ON.test(value) ? undefined : value;
    }
    return undefined;
  }
}

/** Longer texts are values; a label set letter by letter has a space or line break behind each. */
const LONGEST_LABEL = 60;
