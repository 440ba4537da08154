import { expect, it } from 'vitest';
import { inlineRows, makeWorkbook } from '../read/made-workbook.ts';
import { checkWorkbook } from './check-workbook.ts';
import { cellName, linePlace } from './line-place.ts';
import { LI, OFFICIAL, pack, type Rows, recognise, ZHANG } from './made-roster.node.ts';
import { normalisedCells } from './normalised.ts';

const SETTINGS = { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30' } as const;
const turn = (rows: Rows): Rows => OFFICIAL.map((_, at) => rows.map((row) => row[at] ?? ''));

function check(rows: Rows) {
  const result = checkWorkbook(makeWorkbook({ sheets: { 名册: inlineRows(rows) } }), [pack], SETTINGS);
  return result.ok ? result.checked.sheets : result.error.code;
}

it('a table on its side is read, and its mistakes and changes stand where they are', () => {
  const wrong = ZHANG.with(3, '张　强').with(4, '女').with(10, '511425199005161438');
  const sheets = check([['南城镇村级后备干部名册'], ...turn([OFFICIAL, LI.with(11, '1371234567'), wrong])]);
  if (typeof sheets === 'string') throw new Error(sheets);
  const [sheet] = sheets;
  expect(sheet).toMatchObject({ transposed: true, headerRow: 2 });
  expect(sheet?.records.map(({ row, record }) => [row, record.name, record.village])).toEqual([
    [2, '李芳', '白虎村'],
    [3, '张强', '白虎村'],
  ]);
  const places = sheet?.issues.filter(({ severity }) => severity === 'error').map(({ rule, cell }) => [rule, cell]);
  expect(places).toContainEqual(['phone.format', 'B13']);
  expect(places).toContainEqual(['gender.mismatch', 'C6']);
  expect(sheet === undefined ? [] : normalisedCells(sheet)).toContainEqual(
    expect.objectContaining({ cell: 'C5', from: '张　强', to: '张强' }),
  );
});

it('somebody whose name is missing is read by the ID number, and a mark beside a name hides nobody', () => {
  const sheets = check(turn([OFFICIAL, ZHANG.with(3, ''), LI.with(3, '★李芳。'), LI.with(3, '王五').with(10, '')]));
  if (typeof sheets === 'string') throw new Error(sheets);
  expect(sheets[0]?.records.map(({ record }) => record.name ?? '')).toEqual(['', '李芳', '王五']);
});

it('a list of mistakes that names fields in one of its columns is no table on its side', () => {
  const list = [
    ['序号', '位置', '姓名', '栏目', '现在的内容', '问题'],
    ['1', 'F4', '张强', '出生年月', '1990.13', '看不出'],
    ['2', 'K6', '李芳', '身份证号码', ZHANG[10] ?? '', '校验码不对'],
    ['3', 'L6', '李芳', '联系电话', LI[10] ?? '', '不是号码'],
    ['4', 'E9', '王五', '性别', '女', '不符'],
    ['5', 'D9', '王五', '姓名', '金', '不符'],
  ];
  expect(check(list)).toBe('no-roster');
  const numbered = turn([OFFICIAL, ZHANG, LI]).map((row, at) => [String(at + 1), ...row]);
  expect(check(numbered)).toHaveLength(1);
});

it('one person in two columns is read, something else on its side is not', () => {
  expect(check(turn([OFFICIAL, ZHANG]))).toHaveLength(1);
  const form = [
    ['姓名', '张强', '性别', '男', '出生年月', '1990.05'],
    ['民族', '汉族', '籍贯', '四川青神', '出生地', '四川青神'],
    ['学历', '本科', '毕业院校及专业', '四川农业大学', '', ''],
    ['身份证号', ZHANG[10] ?? '', '', '', '电话号码', '13712345678'],
  ];
  expect(recognise({ 表: form }).sheets).toEqual([]);
});

it('what was not calculated on a table on its side is said where it stands, of two cells of a field too', () => {
  const cell = (name: string, text: string): string => `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const labels = ['姓名', '性别', '身份证号码', '结对干部姓名', '结对干部职务', '村'];
  const people = [
    ['张强', '男', ZHANG[10] ?? '', '周华', '', '白虎村'],
    ['李芳', '女', LI[10] ?? '', '王敏', '', '白虎村'],
  ];
  const lines = labels.map((label, at) => {
    const row = at + 1;
    const own = people.map((person, n) => {
      const name = `${'BC'[n]}${row}`;
      return person[at] === '' ? `<c r="${name}"><f>VLOOKUP(A1,X:Y,2,0)</f></c>` : cell(name, person[at] ?? '');
    });
    return `<row r="${row}">${cell(`A${row}`, label)}${own.join('')}</row>`;
  });
  const result = checkWorkbook(makeWorkbook({ sheets: { 名册: lines.join('') } }), [pack], SETTINGS);
  const [sheet] = result.ok ? result.checked.sheets : [];
  expect(sheet?.transposed).toBe(true);
  const lost = sheet?.issues.filter(({ rule }) => rule === 'cell.noValue').map(({ cell: at, field }) => [at, field]);
  expect(lost).toEqual([
    ['B5', 'mentor'],
    ['C5', 'mentor'],
  ]);
});

it('a line is said by its row, of a table on its side by its column', () => {
  expect([linePlace({ row: 7 }), linePlace({ row: 3, transposed: true })]).toEqual(['第 7 行', '第 C 列']);
  expect([cellName({ row: 7 }, 2), cellName({ row: 3, transposed: true }, 6)]).toEqual(['C7', 'C7']);
});
