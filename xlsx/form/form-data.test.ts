import { describe, expect, test } from 'vitest';
import { formData } from './form-data.ts';
import { recordYear } from './record-year.ts';
import { dataOf, recordForm, testPerson, YEAR } from './testing/forms.node.ts';

const { binding } = recordForm();
const person = { id: 'p1', name: '张三', township: '南城镇', village: '白虎村' };
const of = (children: Record<string, { id: string; [key: string]: string | number }[]>, year = YEAR) =>
  formData(binding, { person, children, year });

describe('the form of one year', () => {
  test('puts fields into their cells and records into their lines', () => {
    const data = dataOf(binding, testPerson('张三', { trainings: 5 }));
    expect(data.texts).toMatchObject({ B3: '张三', I6: '果树栽培、电子商务', N8: '13800000001' });
    expect(data.sections.trainings?.length).toBe(5);
    expect(data.sections.mentorings?.[2]).toEqual(['李四', '走访谈心3次，帮助理清产业发展思路。', '进步明显']);
    expect(data.sections.townshipOpinions?.[0]?.[3]).toContain('4季度');
    expect(data.sections.yearResult).toEqual([['优秀']]);
    expect(data).toMatchObject({ sheetName: '张三', fileName: '南城镇-白虎村-张三-纪实表.xlsx' });
  });

  test('shows trainings by their time, the rest by their year; without one they are of this year', () => {
    const training = [
      { id: '1', time: '2016年12月', content: '去年' },
      { id: '2', time: '2017.03', content: '今年' },
      { id: '3', time: '', content: '不详' },
    ];
    const practice = [
      { id: '4', year: 2016, content: '去年' },
      { id: '5', year: '2017', content: '今年' },
      { id: '6', content: '不详' },
    ];
    const { data } = of({ training, practice });
    expect(data.sections.trainings?.map((line) => line[3])).toEqual(['今年', '不详']);
    expect(data.sections.practices?.map((line) => line[0])).toEqual(['今年', '不详']);
    expect(of({ training, practice }, 2016).data.sections.practices?.map((line) => line[0])).toEqual(['去年', '不详']);
  });

  test('several mentorings of a quarter share its line, one below the other', () => {
    const mentoring = [
      { id: '1', quarter: '2', mentor: '李四', content: '走访' },
      { id: '2', quarter: '第二季度', mentor: '王五', content: '', opinion: '好' },
    ];
    expect(of({ mentoring }).data.sections.mentorings).toEqual([
      ['', '', ''],
      ['李四\n王五', '走访\n', '\n好'],
      ['', '', ''],
      ['', '', ''],
    ]);
  });

  test('a fifth quarter has no place and is named, nothing else is lost with it', () => {
    const mentoring = [
      { id: 'five', quarter: '5', mentor: '李四' },
      { id: 'none', mentor: '王五' },
      { id: 'four', quarter: '4', mentor: '赵六' },
    ];
    const { data, leftOut } = of({ mentoring });
    expect(leftOut).toEqual([
      { code: 'quarter.unknown', entity: 'mentoring', id: 'five', value: '5' },
      { code: 'quarter.unknown', entity: 'mentoring', id: 'none', value: '' },
    ]);
    expect(data.sections.mentorings?.[3]?.[0]).toBe('赵六');
  });

  test('values may be shown otherwise than stored', () => {
    const masked = formData(binding, {
      person: { ...person, phone: '13800000001' },
      children: {},
      year: YEAR,
      text: (_, record, field) => (field === 'phone' ? '***' : String(record[field] ?? '')),
    });
    expect(masked.data.texts).toMatchObject({ N8: '***', B3: '张三' });
  });
});

test('the year in a text', () => {
  expect(['2017', '2017.03', '2017年3月', '2016.12-2017.1', '２０１７', '20170305', '201703'].map(recordYear)).toEqual([
    2017, 2017, 2017, 2016, 2017, 2017, 2017,
  ]);
  expect(['', '3月', '第2017期', '12017', '201799'].map(recordYear)).toEqual([
    undefined,
    undefined,
    2017,
    undefined,
    undefined,
  ]);
});
