import { cleanText, saysBlank } from './clean-text.ts';
import { define } from './define.ts';
import { educationForms, educationQualifiers } from './locale/vocabulary.ts';
import { operand } from './native.ts';
import { asText } from './value.ts';

const ranks = new Map(educationForms.map(({ form, rank }) => [form, rank]));

/** The degree a text means, as one of the normal forms; a text that means none (在读, 肄业, unknown) stays as typed. */
export function cleanEducation(text: string): string {
  if (ranks.has(text)) return text;
  const clean = cleanText(text);
  if (saysBlank(clean)) return '';
  const key = clean.normalize('NFKC').replace(/[\s()[\]【】,、.。/·-]/gu, '');
  const form = formOf(key) ?? formWithNote(clean.normalize('NFKC'));
  return form?.form ?? clean;
}

type Form = (typeof educationForms)[number];

function formOf(key: string): Form | undefined {
  for (const candidate of [key, key.replace(educationQualifiers, '')]) {
    const found = educationForms.find(({ pattern }) => pattern.test(candidate));
    if (found) return found;
  }
  return undefined;
}

/** `高中（中专）`, `高中/中专`: what stands in brackets or behind is a degree of the same rank: the first is meant. */
function formWithNote(text: string): Form | undefined {
  const [, before = '', note = ''] = /^([^()/、或]+)[(/、或]([^()/、或]+)\)?$/u.exec(text.replace(/\s/gu, '')) ?? [];
  const form = formOf(before);
  return form !== undefined && form.rank === formOf(note)?.rank ? form : undefined;
}

export const educationClean = define({
  name: 'EDU.CLEAN',
  parameters: ['education'],
  examples: [
    [['大学'], '本科'],
    [['大学本科'], '本科'],
    [['高中毕业'], '高中'],
    [['硕士研究生'], '研究生'],
    [['中等专科'], '中专'],
    [['专科'], '大专'],
    [['大学专科（在职）'], '大专'],
    [['全日制本科'], '本科'],
    [['高中生'], '高中'],
    [['高中（中专）'], '高中'],
    [['高中/中专'], '高中'],
    [['大专/本科'], '大专/本科'],
    [['高中文凭'], '高中'],
    [['网络本科'], '本科'],
    [['本科（工学学士）'], '本科'],
    [['法学硕士'], '研究生'],
    [['国家开放大学本科'], '本科'],
    [['开放大学'], '开放大学'],
    [['高中（大专在读）'], '高中（大专在读）'],
    [['大学在读'], '大学在读'],
    [['高中肄业'], '高中肄业'],
    [['—'], ''],
  ],
  run: (education) => cleanEducation(asText(education)),
});

export const educationRank = define({
  name: 'EDU.RANK',
  parameters: ['education'],
  // The rank stands where the degree is found: no array constant, which a validation must not have.
  native: (education) => {
    const forms = educationForms.map(({ form }) => form);
    const places = educationForms.map(({ form, rank }) => String(rank).padEnd(form.length + 1));
    return `--MID("${places.join('').trimEnd()}",FIND("|"&${operand(education, 3)}&"|","|${forms.join('|')}|"),1)`;
  },
  examples: [
    [['初中'], 2],
    [['高中'], 3],
    [['技校'], 3],
    [['本科'], 5],
    [['高中肄业'], ''],
    [[''], ''],
  ],
  run: (education) => ranks.get(asText(education)) ?? '',
});
