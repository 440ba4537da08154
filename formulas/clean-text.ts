import { define } from './define.ts';
import { blankWords } from './locale/vocabulary.ts';
import { asList, asText } from './value.ts';

const INVISIBLE = /(?![\n\t\r])[\p{Cf}\p{Cc}]/gu;
const NEEDS_WORK = /^\s|\s$|\s\s|[\p{Cf}\p{Cc}\p{Zs}]/u;

/**
 * Text without invisible characters and padding; runs of blanks inside become one space, line breaks stay one.
 * Letters are left as they are: Unicode normalisation would swap rare characters of names.
 */
export function cleanText(text: string): string {
  if (!NEEDS_WORK.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}

const blanks = new Set(blankWords);

/** Whether a text only says that there is nothing: `无`, `—`, `/`. */
export function saysBlank(text: string, more: readonly string[] = []): boolean {
  const key = text.normalize('NFKC').replace(/[\s()[\]。.]/g, '');
  return key === '' ? text !== '' : blanks.has(key) || more.includes(key) || /^[-‐-―─━_/\\|~〜*×、,]+$/.test(key);
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
  parameters: ['text', 'blankWords?'],
  examples: [
    [['无'], ''],
    [['——'], ''],
    [['/'], ''],
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
