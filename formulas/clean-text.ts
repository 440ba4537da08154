import { define } from './define.ts';
import { blankWords } from './locale/vocabulary.ts';
import { asList, asText } from './value.ts';

const INVISIBLE = /(?![\n\t\r])[\p{Cf}\p{Cc}]/gu;
const NEEDS_WORK = /^\s|\s$|\s\s|[\p{Cf}\p{Cc}\p{Zs}]/u;

/** Whether a text is made of common Chinese characters and visible ASCII alone: nothing to clean, the usual case. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x7f)) continue;
    // One space between two visible characters is in order.
    if (code !== 0x20 || at === 0 || at === text.length - 1 || text.charCodeAt(at - 1) <= 0x20) return false;
  }
  return true;
}

/**
 * Text without invisible characters and padding; runs of blanks inside become one space, line breaks stay one.
 * Letters are left as they are: Unicode normalisation would swap rare characters of names.
 */
export function cleanText(text: string): string {
  if (isPlain(text) || !NEEDS_WORK.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}

const blanks = new Set(blankWords);

const firstLetters = new Set(blankWords.map((word) => word.charCodeAt(0)));

/** Whether the first character alone shows that no word for blank stands there: a common Chinese character or digit. */
function saysSomething(text: string, more: readonly string[]): boolean {
  const code = text.charCodeAt(0);
  if (!((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39))) return false;
  return !firstLetters.has(code) && !more.some((word) => word.charCodeAt(0) === code);
}

/** Whether a text only says that there is nothing: `无`, `—`, `/`. */
export function saysBlank(text: string, more: readonly string[] = []): boolean {
  if (saysSomething(text, more)) return false;
  const key = text.normalize('NFKC').replace(/[\s()[\]。.]/g, '');
  return key === '' ? text !== '' : blanks.has(key) || more.includes(key) || /^[-‐-―─━_/∕⁄╱\\|~〜*×、,]+$/.test(key);
}

export const textClean = define({
  name: 'TEXT.CLEAN',
  parameters: ['text'],
  examples: [
    [['  周华　 驻村第一书记 '], '周华 驻村第一书记'],
    [['白虎村\u200b'], '白虎村'],
    [['𬭎㛃'], '𬭎㛃'],
    [[''], ''],
  ],
  run: (text) => cleanText(asText(text)),
});

export const textOrBlank = define({
  name: 'TEXT.ORBLANK',
  parameters: ['text', 'blankWords[]?'],
  examples: [
    [['无'], ''],
    [['——'], ''],
    [['/'], ''],
    [['∕'], ''],
    [['（无）'], ''],
    [['群众', ['群众']], ''],
    [['群众'], '群众'],
    [['无锡人'], '无锡人'],
  ],
  run: (text, more) => {
    const clean = cleanText(asText(text));
    return saysBlank(clean, asList(more)) ? '' : clean;
  },
});
