import { bareText } from './bare-text.ts';
import { cleanText, saysBlank } from './clean-text.ts';
import { define } from './define.ts';
import { femaleWord, genderLabel, genderWords, maleWord } from './locale/vocabulary.ts';
import { asText } from './value.ts';

export const genderClean = define({
  name: 'GENDER.CLEAN',
  parameters: ['text', 'male?', 'female?'],
  examples: [
    [[' 男', '男', '女'], '男'],
    [['女性', '男', '女'], '女'],
    [['男（士）', '男', '女'], '男'],
    [['男，', '男', '女'], '男'],
    [['♀', '男', '女'], '女'],
    [['性别：女', '男', '女'], '女'],
    [['【女】', '男', '女'], '女'],
    [['男生', '男', '女'], '男'],
    [['1男', '男', '女'], '男'],
    [['女（2）', '男', '女'], '女'],
    [['1女', '男', '女'], '1女'],
    [['2', '男', '女'], '女'],
    [['Female', '男', '女'], '女'],
    [['不详者', '男', '女'], '不详者'],
    [['/', '男', '女'], ''],
  ],
  run: (text, male, female) => {
    const clean = cleanText(asText(text));
    const plain = bareText(clean)
      .replace(genderLabel, '')
      .replace(/[\s()]|\/$/g, '')
      .toLowerCase();
    const [, before = '', word = plain, behind = ''] = /^([12])?[-.、:]?([男女]性?)([12])?$/u.exec(plain) ?? [];
    const known = genderWords.get(word);
    // The code beside the word has to say the same.
    if ([before, behind].some((code) => code !== '' && genderWords.get(code) !== known)) return clean;
    if (known !== undefined) return known === 'male' ? (male ?? maleWord) : (female ?? femaleWord);
    return saysBlank(clean) ? '' : clean;
  },
});
