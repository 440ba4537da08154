import { CellValueType, getDisplayValueFromCell } from '@univerjs/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue } from '../../formulas/catalogue.ts';
import { functionCalled } from '../../formulas/functions.ts';
import { unpublishedYear } from '../../formulas/locale/month-words.ts';
import type { ExampleSpec, Value } from '../../formulas/types.ts';
import { zhCN } from '../locale/zh-CN.ts';
import { createFunctionBed, type FunctionBed, type Put } from '../testing/function-bed.node.ts';
import { cellFunctionNames, cellFunctions } from './function-list.ts';

let bed: FunctionBed;
beforeAll(() => {
  bed = createFunctionBed();
});
afterAll(() => bed.dispose());

/** What the cells show. */
async function values(rows: readonly (readonly Put[])[]): Promise<readonly (readonly unknown[])[]> {
  return (await bed.calculate(rows)).map((line) => line.map((cell) => getDisplayValueFromCell(cell)));
}

const HUGE = 'ＮＡ 1'.repeat(1_250_000);

/** What stands in A1:C3 while a function is tried, and what it is given in every place. */
const HOSTILE_CELLS: readonly (readonly Put[])[] = [
  [HUGE, '=1/0', '2017-11-30'],
  [1e308, '', '=NOSUCH(1)'],
  ['=REPT("(",32767)', true, '　'],
];
const HOSTILE = [
  'A1',
  'A3',
  'REPT("1",32767)',
  'REPT("a-",16000)',
  'NA()',
  'B1',
  'C2',
  'Z9',
  '""',
  'TRUE',
  '-1E+308',
  'A1:C3',
  '{1,"x";TRUE,"男"}',
  'SEQUENCE(3)',
  'A:A',
  'LAMBDA(x,x)',
];

const specs = [...catalogue.values()].filter(({ label }) => cellFunctionNames.includes(label));
const AT_ONCE = 10;
const groups = Array.from({ length: Math.ceil(specs.length / AT_ONCE) }, (_, at) =>
  specs.slice(at * AT_ONCE, (at + 1) * AT_ONCE).map(({ label }) => label),
);

test.each(groups.map((names) => [names.join(' '), names] as const))(
  '%s: answer whatever they are given, and the other formulas go on',
  async (_, names) => {
    const gap = (cells: readonly Put[]): readonly (readonly Put[])[] => [cells, [], []];
    // What spills has three rows and columns, and finds room.
    const line = (call: (name: string) => Put): readonly Put[] => [
      '',
      '',
      '',
      ...names.flatMap((name) => [call(name), '', '']),
      '=1+1',
    ];
    const rows = [
      ...HOSTILE_CELLS,
      ...HOSTILE.flatMap((arg) =>
        gap(line((name) => `=${name}(${Array(Math.min(3, functionCalled(name)?.parameters.length ?? 0)).fill(arg)})`)),
      ),
      ...gap(line((name) => `=${name}()`)),
      ...gap(line((name) => `=${name}(${Array(300).fill(1)})`)),
    ];
    const found = await bed.calculate(rows);
    for (const [row, cells] of rows.entries())
      for (const [column, put] of cells.entries())
        if (String(put).startsWith('=') && column > 2)
          expect([put, found[row]?.[column]?.v]).toEqual([put, put === '=1+1' ? 2 : expect.anything()]);
  },
  60_000,
);

/** A value of the catalogue as a cell shows it. */
function shown(value: Value): unknown {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'object' && 'error' in value ? (value.says ?? value.error) : String(value);
}

/** An example whose arguments stand in cells, or in the formula where they are lists. */
function exampleRow(name: string, { args }: ExampleSpec): readonly Put[] {
  const cells: Put[] = [];
  const refs = args.map((arg) => {
    if (Array.isArray(arg)) return `{${arg.map((text) => `"${text}"`).join(',')}}`;
    if (arg !== null && typeof arg === 'object' && 'error' in arg) return arg.error;
    cells.push(arg === null || typeof arg === 'object' ? '' : arg);
    return String.fromCharCode(65 + cells.length);
  });
  return [`=${name}(${refs.map((ref) => (/^[A-Z]$/.test(ref) ? `${ref}#` : ref)).join(',')})`, ...cells];
}

test('every example of the catalogue gives the same in a cell, by its Chinese name', async () => {
  const examples = [...catalogue.values()].flatMap(({ label, examples }) =>
    examples.map((example) => ({ label, example })),
  );
  const rows = examples.map(({ label, example }, at) =>
    exampleRow(label, example).map((put) =>
      typeof put === 'string' && put.startsWith('=') ? put.replace(/\b([A-L])#/g, `$1${at + 1}`) : put,
    ),
  );
  const found = await values(rows);
  expect(found.map(([value], at) => [examples[at]?.label, value])).toEqual(
    examples.map(({ label, example }) => [label, shown(example.result)]),
  );
});

test('a text that looks like a number or a date stays a text, in and out', async () => {
  const [cells] = await bed.calculate([
    [
      '=YEARMONTH("1985年1月","2017-11-30")',
      '=ID.CLEAN(" 510104198606111483")',
      '=YEARMONTH("1994.10","2017-11-30")&""',
      '=WORKDAY.CN("2017-09-29",3)',
      '=整理文本("0012")',
      '=YEARMONTH.ADD("1985.01",0)',
    ],
  ]);
  expect(cells?.map((cell) => [cell?.v, cell?.t, cell?.s])).toEqual(
    ['1985.01', '510104198606111483', '1994.10', '2017-10-10', '0012', '1985.01'].map((text) => [
      text,
      CellValueType.STRING,
      undefined,
    ]),
  );
});

test('a truth is a truth as Univer gives it, by itself and inside its own functions', async () => {
  const [cells] = await bed.calculate([
    [
      '=EXACT("a","a")',
      '=身份证校验("510104198606111483")',
      '=ID.CHECK("510104198606111484")',
      '=IF(TRUE,身份证校验("510104198606111483"),1)',
      '=AND(身份证校验("510104198606111483"),TRUE)',
    ],
  ]);
  expect(cells?.map((cell) => [cell?.t, getDisplayValueFromCell(cell)])).toEqual(
    ['TRUE', 'TRUE', 'FALSE', 'TRUE', 'TRUE'].map((text) => [CellValueType.BOOLEAN, text]),
  );
});

test('a range spills one answer a cell; a list takes all of it', async () => {
  const rows = [
    ['510104198606111483', '男', '=身份证校验(A1:A3)', '=IN("女",B1:B3)'],
    ['510104198606111484', '女', '', '=ID.GENDER(A1)'],
    ['', '', '', '=ID.GENDER(A1:A3,,B1:B3,"F")'],
  ];
  const found = await values(rows);
  expect(found.map(([, , check]) => check)).toEqual(['TRUE', 'FALSE', 'TRUE']);
  expect(found.map(([, , , other]) => other)).toEqual(['TRUE', '女', 'F']);
});

test('the reference date: today when it is left out, a real date cell too', async () => {
  const [cells] = await values([
    ['=ID.AGE("510104198606111483",43069)', '=ID.AGE("510104198606111483")', '=WORKDAY.CN("2027-01-04",3)'],
  ]);
  const now = new Date();
  const late = now.getMonth() * 100 + now.getDate() < 5 * 100 + 11 ? 1 : 0;
  expect(cells).toEqual(['31', String(now.getFullYear() - 1986 - late), unpublishedYear(2027)]);
});

test('the picker has help, parameters and an example in Chinese for every name', () => {
  const { function: classes, description } = cellFunctions(zhCN);
  expect(description.map(({ functionName }) => functionName)).toEqual(classes.map(([, name]) => name));
  expect(cellFunctionNames).toContain('身份证校验');
  expect(cellFunctionNames).not.toContain('IF');
  for (const { functionName, abstract, description: help, functionParameter } of description) {
    expect([functionName, abstract]).toEqual([functionName, expect.stringMatching(/[一-龥]/)]);
    expect(help).toContain(`=${functionName}(`);
    for (const { name, detail } of functionParameter) expect(name + detail).toMatch(/[一-龥]|左|右/);
  }
});
