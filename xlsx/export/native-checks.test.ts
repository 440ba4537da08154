import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { checkDigit } from '../../formulas/id-number.ts';
import type { Entity, LoadedPack, TableBinding } from '../../sheets-templates/schema.ts';
import { blankTable } from './export-table.ts';
import { type NativeCheck, nativeChecks } from './native-checks.ts';
import { withFolder } from './testing/foreign.node.ts';
import { judged } from './testing/native-judge.node.ts';
import { housePack, projectOf, SETTINGS } from './testing/project.node.ts';
import { nativeRules } from './validations.ts';

const ROWS = 2_100;
let pack: LoadedPack;
let entity: Entity;
let binding: TableBinding;
beforeAll(async () => {
  pack = await housePack();
  const template = pack.templates.get('roster')?.binding;
  const person = pack.pack.entities.find(({ key }) => key === 'person');
  if (template?.kind !== 'table' || !person) throw new Error('no roster');
  entity = person;
  binding = template;
});

const target = (lastRow: number, asOf = SETTINGS.asOf) => ({
  pack: pack.pack,
  entity,
  binding,
  skip: new Set<string>(),
  lastRow,
  parameter: (key: string): string | number =>
    key === 'asOf' ? asOf : (pack.pack.parameters.find((parameter) => parameter.key === key)?.default ?? ''),
});

const two = (n: number): string => String(n).padStart(2, '0');

/** A right person, and the ways in which a clerk gets one wrong; `''` leaves a field blank. */
const right = fc
  .record({
    year: fc.integer({ min: 1950, max: 2005 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    serial: fc.integer({ min: 0, max: 999 }),
    join: fc.integer({ min: 15, max: 22 }),
    education: fc.constantFrom('小学', '初中', '高中', '中专', '技校', '职高', '大专', '本科', '研究生'),
    phone: fc.constantFrom('13812345678', '19900000000', '028-38811234', '02838811234', '13800000000/028-38811234'),
  })
  .map(({ year, month, day, serial, join, education, phone }): Record<string, string> => {
    const body = `511425${year}${two(month)}${two(day)}${String(serial).padStart(3, '0')}`;
    return {
      township: '南城镇',
      village: '白虎村',
      name: '张三',
      gender: serial % 2 === 1 ? '男' : '女',
      birthMonth: `${year}.${two(month)}`,
      partyJoinMonth: `${year + join}.${two(13 - month)}`,
      education,
      identity: '社工',
      idNumber: body + checkDigit(body),
      phone,
      mentor: '李四 镇长',
    };
  });
const mistake = fc.constantFrom<Readonly<Record<string, string>>>(
  {},
  {},
  { gender: '男' },
  { gender: '女' },
  { gender: '不详' },
  { gender: '' },
  { birthMonth: '1990.05' },
  { birthMonth: '1990年' },
  { birthMonth: '1990.13' },
  { birthMonth: '' },
  { idNumber: '' },
  { idNumber: '51142519900516201' },
  { idNumber: '5114251990051620123' },
  { idNumber: '511425199002302016' },
  { idNumber: '511425199005162018' },
  { idNumber: '51142519900516X01A' },
  { idNumber: '511425203005162013' },
  // A right number that several people share.
  { idNumber: '510104198606111483' },
  { age: '20' },
  { age: '36' },
  { age: '三十多' },
  { education: '高中肄业' },
  { education: '' },
  { identity: '个体户' },
  { identity: '网格员、社工' },
  { phone: '1381234567' },
  { phone: '12812345678' },
  { phone: '138123456789' },
  { phone: '38811234' },
  { phone: '见备注' },
  { partyJoinMonth: '2012年' },
  { partyJoinMonth: '2018.01' },
  { partyJoinMonth: '' },
  { name: '张' },
);
const people = fc
  .sample(fc.tuple(right, mistake, mistake), { numRuns: ROWS, seed: 20171130 })
  .map(([person, first, second]) => ({ ...person, ...first, ...second }));

/** The closure gives one reason for a wrong number, the native forms may give two: the cell is marked or not. */
const ID_FAULT = /^idNumber\.(length|characters|precisionLost|birthDate|checkDigit)/;
const MUST_HAVE =
  'required idNumber.length idNumber.checkDigit idNumber.birthDate gender.mismatch birthMonth.mismatch age.mismatch age.limit education.minimum choice.unknown phone.format partyJoinMonth.tooEarly duplicate.idNumber'.split(
    ' ',
  );

test('closures and native forms give the same verdicts, row by row, with LibreOffice as the judge', async () => {
  const store = projectOf(
    pack,
    people.map((person, at) => ({ id: `p${at}`, ...person })),
  );
  const first = binding.sampleRow;
  const { checks, without } = nativeChecks(target(first + ROWS - 1));
  const compared = checks.filter(({ rule }) => MUST_HAVE.includes(rule.id) || /format|ambiguous|future/.test(rule.id));
  expect(new Set(MUST_HAVE.filter((id) => !compared.some(({ rule }) => rule.id === id)))).toEqual(new Set());
  expect(without.every(({ reason }) => reason.code === 'no-native-function' || reason.code === 'other-records')).toBe(
    true,
  );
  const cells: [string, string | number][] = [];
  people.forEach((_, at) => {
    for (const { column, field } of binding.columns) {
      const value = field === 'seq' ? at + 1 : store.text('person', `p${at}`, field);
      cells.push([`${column}${first + at}`, field === 'age' && /^\d+$/.test(String(value)) ? Number(value) : value]);
    }
    compared.forEach(({ violated }, index) => {
      cells.push([`${letter(index)}${first + at}`, `=${movedDown(violated, at, first)}`]);
    });
  });
  await withFolder((folder) => {
    const lines = judged(folder, cells).slice(first - 1);
    const different: string[] = [];
    const cell = (at: number, index: number): string | undefined => lines[at]?.[binding.columns.length + index];
    expect(new Set(compared.flatMap((_, index) => people.map((_, at) => cell(at, index))))).toEqual(
      new Set(['TRUE', 'FALSE']),
    );
    people.forEach((person, at) => {
      const issues = store.issuesOf('person', `p${at}`).map(({ rule, field }) => `${rule} ${field}`);
      compared.forEach(({ rule }, index) => {
        // The age is taken from the ID number as it stands; its own cell is marked.
        if (rule.id === 'age.limit' && issues.some((issue) => ID_FAULT.test(issue))) return;
        const native = ID_FAULT.test(rule.id)
          ? compared.some((check, at2) => ID_FAULT.test(check.rule.id) && cell(at, at2) === 'TRUE')
          : cell(at, index) === 'TRUE';
        const closure = ID_FAULT.test(rule.id)
          ? issues.some((issue) => ID_FAULT.test(issue))
          : issues.includes(`${rule.id} ${rule.field}`);
        if (native !== closure)
          different.push(`${rule.id} ${rule.field}: ${closure}, native ${native}: ${JSON.stringify(person)}`);
      });
    });
    expect(different.slice(0, 5)).toEqual([]);
    // A comparison that never met a violation would prove nothing.
    const met = new Set(people.flatMap((_, at) => store.issuesOf('person', `p${at}`).map(({ rule }) => rule)));
    expect(MUST_HAVE.filter((id) => !met.has(id))).toEqual([]);
  });
}, 120_000);

/** Columns behind the roster's: O, P, … Z, AA, … */
function letter(index: number): string {
  const at = binding.columns.length + index;
  return at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(65 + at - 26)}`;
}

function movedDown(formula: string, rows: number, first: number): string {
  return formula.replace(/(?<![$\d])([A-N])(\d+)(?!\d)/g, (all, column: string, row: string) =>
    Number(row) === first ? `${column}${first + rows}` : all,
  );
}

const validation = (asOf = SETTINGS.asOf) =>
  new Map(nativeRules(target(500, asOf)).validations.map((item) => [item.column, item]));

test('one validation a column, within what Excel takes, named in Chinese, never "stop"', () => {
  for (const asOf of [SETTINGS.asOf, '']) {
    for (const { rule, message, title, style } of validation(asOf).values()) {
      if (rule.kind === 'custom') {
        expect(rule.formula.length).toBeLessThanOrEqual(255);
        expect(rule.formula).not.toContain('{');
      }
      expect(message.length).toBeLessThanOrEqual(255);
      expect(title.length).toBeLessThanOrEqual(32);
      expect(message).toMatch(/[一-龥]/);
      expect(['warning', 'information']).toContain(style);
    }
    const id = validation(asOf).get('K');
    expect(id?.message).toContain('不是 18 位；出生日期不存在或超出范围；校验码不对（有数字填错）；与本表另一人相同');
    expect(id?.style).toBe('warning');
  }
  expect(validation().get('E')).toMatchObject({ rule: { kind: 'list' }, style: 'information' });
});

test('no rule counts by COUNTIF, which takes 18-digit texts for numbers', () => {
  const all = nativeChecks(target(500)).checks.map(({ holds, violated }: NativeCheck) => holds + violated);
  expect(all.join()).not.toContain('COUNTIF');
});

test('a field that is hidden takes its rules and those that read it along', () => {
  const { checks } = nativeChecks({ ...target(500), skip: new Set(['idNumber']) });
  const ids = checks.map(({ rule }) => rule.id);
  expect(ids).not.toContain('gender.mismatch');
  expect(ids).not.toContain('idNumber.length');
  expect(ids).toContain('phone.format');
  expect(checks.map(({ violated }) => violated).join()).not.toMatch(/\bK4\b/);
});

test('a blank form fills 性别 and 年龄 by itself, and gives way to typing', async () => {
  const blank = await blankTable(pack, 'roster', SETTINGS);
  if (!blank.ok) throw new Error(blank.error.code);
  await withFolder((folder) => {
    const lines = judged(
      folder,
      [
        ['K4', '510104198606111483'],
        ['K5', '510104198606111484'],
        ['F6', '1986.11'],
        ['K7', '510104198606111483'],
        ['E7', '男'],
        ['H7', 40],
      ],
      { bytes: blank.value, sheet: '名册' },
    );
    const seen = lines.slice(3, 8).map((line) => [line[4], line[7]]);
    expect(seen).toEqual([
      ['女', '31'],
      ['', ''],
      ['', '31'],
      ['男', '40'],
      ['', ''],
    ]);
  });
}, 60_000);
