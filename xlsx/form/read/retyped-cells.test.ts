import { expect, test } from 'vitest';
import { recordForm } from '../testing/forms.node.ts';
import { HEAD, PERSON, PRACTICE, type Rows, sheetOf, TITLE } from '../testing/retyped.ts';
import { formsOnSheet } from './read-forms.ts';

const { binding } = recordForm();

function only(rows: Rows) {
  const [form, ...more] = formsOnSheet(binding, sheetOf(rows));
  if (form === undefined || more.length > 0) throw new Error('not one form');
  return { form, told: form.notes.map(({ value }) => value) };
}

test.each([
  ['村级后备干部日常管理纪实表（2016年度）', 2016],
  ['2016年村级后备干部日常管理纪实表', 2016],
  ['二〇一六年度村级后备干部日常管理纪实表', 2016],
  ['村级后备干部日常管理纪实表  年度：2016', 2016],
  ['村级后备干部日常管理纪实表  填表日期：2016年12月1日', undefined],
  ['村级后备干部日常管理纪实表（1990.05）', undefined],
])('the year is what the title names: %s', (title, year) => {
  expect(only([[title], ...HEAD, ...PRACTICE]).form.year).toBe(year);
});

test('the person may stand below each label, in its cell', () => {
  const rows = HEAD.map((row) =>
    row.flatMap((text, at) => (at % 2 === 0 ? [[text, row[at + 1] ?? ''].join('\n')] : [])),
  );
  const { form, told } = only([...TITLE, ...rows, ...PRACTICE]);
  expect(form.person).toEqual(PERSON);
  expect(told).toEqual([]);
});
