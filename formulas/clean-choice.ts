import { cleanText, saysBlank } from './clean-text.ts';
import { define } from './define.ts';
import { operand, quoted } from './native.ts';
import { asList, asText } from './value.ts';

const squeeze = (text: string): string => text.normalize('NFKC').replace(/[\s()[\]【】"“”'‘’·.。:√✓✔☑■●◆]/gu, '');
const SEPARATORS = /[、,，;；/／|\n]+/u;

const known = new WeakMap<readonly string[], ReadonlyMap<string, string>>();
function keysOf(choices: readonly string[]): ReadonlyMap<string, string> {
  const found = known.get(choices);
  if (found) return found;
  const map = new Map(choices.map((choice) => [squeeze(choice), choice]));
  known.set(choices, map);
  return map;
}

/** A choice whatever blanks, brackets, stops and numbers it is written with; several of them joined by `、`; anything else stays. */
export function cleanChoice(text: string, choices: readonly string[]): string {
  if (choices.includes(text)) return text;
  const clean = cleanText(text);
  if (saysBlank(clean)) return '';
  const keys = keysOf(choices);
  const labelled = /^[^:：]{1,8}[:：]([^:：]+)$/u.exec(clean)?.[1];
  const plain = squeeze(labelled ?? clean).replace(/^(?:\d{1,2}|[A-Za-z])[、,)]?(?=\p{Script=Han})/u, '');
  const whole = keys.get(squeeze(clean)) ?? keys.get(plain) ?? keys.get(plain.replace(/[、,;/]/gu, ''));
  if (whole !== undefined) return whole;
  const parts = clean.split(SEPARATORS).map((part) => keys.get(squeeze(part)));
  return parts.length > 1 && parts.every((part) => part !== undefined) ? parts.join('、') : clean;
}

export const choiceClean = define({
  name: 'CHOICE.CLEAN',
  parameters: ['text', 'choices[]'],
  examples: [
    [['网 格 员', ['网格员', '社工']], '网格员'],
    [['社工/网格员', ['网格员', '社工']], '社工、网格员'],
    [['2.网格员；', ['网格员', '社工']], '网格员'],
    [['A.网格员', ['网格员', '社工']], '网格员'],
    [['身份：网格员', ['网格员', '社工']], '网格员'],
    [['√网格员', ['网格员', '社工']], '网格员'],
    [['乡村教师、医生', ['乡村教师医生']], '乡村教师医生'],
    [['个体户', ['网格员', '社工']], '个体户'],
    [['无', ['网格员']], ''],
  ],
  run: (text, choices) => cleanChoice(asText(text), asList(choices)),
});

export const choiceOk = define({
  name: 'CHOICE.OK',
  parameters: ['text', 'choices[]'],
  // Several choices in one cell are not looked into.
  native: (text, choices) => {
    const list = asList(choices?.value);
    if (list.length === 0) return undefined;
    const known = quoted(`、${list.join('、')}、`);
    return `OR(${operand(text, 2)}="",ISNUMBER(FIND("、",${text?.text})),ISNUMBER(FIND("、"&${operand(text, 3)}&"、",${known})))`;
  },
  examples: [
    [['网格员', ['网格员', '社工']], true],
    [['社工、网格员', ['网格员', '社工']], true],
    [['个体户', ['网格员', '社工']], false],
    [['', ['网格员']], true],
  ],
  run: (text, choices) => {
    const value = asText(text);
    const list = asList(choices);
    return value === '' || list.includes(value) || value.split('、').every((part) => list.includes(part));
  },
});
