import { cleanText, saysBlank } from './clean-text.ts';
import { define } from './define.ts';
import { asText } from './value.ts';

/** Common Chinese characters alone: nothing to clean, nearly always. */
const COMMON = /^[\u4e00-\u9fff]+$/;
const HAN = /^[\p{Script=Han}〇·]+$/u;

/** Marks before a name, stops behind it. Stars stay: they may stand for letters that somebody hid. */
const MARKS = /^[★☆※▲△●◆\s]+|[★☆※▲△●◆。,，、;；:：\s]+$/gu;

/**
 * A person's name in its normal form: padding inside Chinese names goes (`张　三` is `张三`), every spelling of the
 * dot between the parts of a transcribed name is `·`, letters stay as they are (rare characters beyond the BMP too).
 */
export function cleanName(text: string): string {
  if (COMMON.test(text) && !saysBlank(text)) return text;
  const clean = cleanText(text).replace(/\s+/gu, ' ').replace(MARKS, '');
  if (saysBlank(clean)) return '';
  const squeezed = clean.replace(/ /g, '');
  const dotted = squeezed.replace(/(?<=\p{Script=Han})[•‧∙・･.．●](?=\p{Script=Han})/gu, '·');
  return HAN.test(dotted) ? dotted : clean;
}

export const nameClean = define({
  name: 'NAME.CLEAN',
  parameters: ['name'],
  examples: [
    [['张　三'], '张三'],
    [[' 朱 𬭎 '], '朱𬭎'],
    [['阿依古丽•买买提'], '阿依古丽·买买提'],
    [['John  Smith'], 'John Smith'],
    [['王\n五'], '王五'],
    [['★张三。'], '张三'],
    [['张*'], '张*'],
    [['无'], ''],
  ],
  run: (name) => cleanName(asText(name)),
});
