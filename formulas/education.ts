import { cleanText, saysBlank } from './clean-text.ts';
import { define } from './define.ts';
import { educationForms, educationQualifiers } from './locale/vocabulary.ts';
import { asText } from './value.ts';

const ranks = new Map(educationForms.map(({ form, rank }) => [form, rank]));

/** The degree a text means, as one of the normal forms; a text that means none (在读, 肄业, unknown) stays as typed. */
export function cleanEducation(text: string): string {
  if (ranks.has(text)) return text;
  const clean = cleanText(text);
  if (saysBlank(clean)) return '';
  const key = clean.normalize('NFKC').replace(/[\s()[\]【】,、.。/·-]/gu, '');
  for (const candidate of [key, key.replace(educationQualifiers, '')]) {
    const found = educationForms.find(({ pattern }) => pattern.test(candidate));
    if (found) return found.form;
  }
  return clean;
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
    [['大学在读'], '大学在读'],
    [['高中肄业'], '高中肄业'],
    [['—'], ''],
  ],
  run: (education) => cleanEducation(asText(education)),
});

export const educationRank = define({
  name: 'EDU.RANK',
  parameters: ['education'],
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
