import { expect, test } from 'vitest';
import { complete } from './complete.ts';

const words = { fields: ['姓名', '年龄', '身份证号码', '身份'], parameters: ['年龄上限', '截止日期'] };
/** The caret stands at `|`. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = complete(text, caret, words);
  return found && { labels: found.options.map(({ label }) => label), after: apply(text, found) };
}
const apply = (
  text: string,
  { from, to, options }: { from: number; to: number; options: readonly { insert: string }[] },
) => text.slice(0, from) + (options[0]?.insert ?? '') + text.slice(to);

test('fields inside brackets, parameters inside braces; what stands there is replaced', () => {
  expect(at('=[|')).toMatchObject({ labels: words.fields, after: '=[姓名]' });
  expect(at('=LEN([身|])')).toEqual({ labels: ['身份证号码', '身份'], after: '=LEN([身份证号码])' });
  expect(at('=[年龄]<={上|')).toEqual({ labels: ['年龄上限'], after: '=[年龄]<={年龄上限}' });
  expect(at('=【姓|')?.after).toBe('=[姓名]');
});

test('a word begun: fields and functions, by either name', () => {
  expect(at('=年龄|')?.labels.slice(0, 2)).toEqual(['年龄', '年龄相符']);
  expect(at('=id.ch|')).toMatchObject({ labels: ['ID.CHECK'], after: '=ID.CHECK(' });
  expect(at('=身份证校|([姓名])')?.after).toMatch(/^=身份证校验\S*\(\[姓名\]\)$/);
});

test('nothing inside a text, behind a number, or where nothing was begun', () => {
  for (const marked of ['="身|"', '=12|', '=|', '=[姓名]|', '=zzz|'])
    expect([marked, at(marked)]).toEqual([marked, undefined]);
});
