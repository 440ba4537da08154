import { beforeAll, expect, test } from 'vitest';
import { checkDigit, upgradeId } from '../../formulas/id-number.ts';
import type { Entity, LoadedPack, TableBinding } from '../../sheets-templates/schema.ts';
import { blankTable } from './export-table.ts';
import { type NativeCheck, nativeChecks } from './native-checks.ts';
import { withFolder } from './testing/foreign.node.ts';
import { judged, judgedBook, typedInto } from './testing/native-judge.node.ts';
import { nativeSamples } from './testing/native-samples.ts';
import { housePack, projectOf, SETTINGS } from './testing/project.node.ts';
import { nativeRules } from './validations.ts';

/** Two sheets of one file, each with its own people. */
const SEEDS = [20171130, 4];
const ROWS = 1_100;
const samples = SEEDS.map((seed) => nativeSamples(seed, ROWS));
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

/** What makes an ID number say nothing; only the first three are asked natively. */
const ID_FAULT = /^idNumber\.(length|characters|precisionLost|birthDate|checkDigit)/;
const MUST_HAVE =
  'required idNumber.length idNumber.checkDigit idNumber.birthDate gender.mismatch birthMonth.mismatch age.mismatch age.limit education.minimum choice.unknown phone.format partyJoinMonth.tooEarly duplicate.idNumber'.split(
    ' ',
  );
/** A mistake for each rule that must travel with the file, on a person who is right otherwise; the column that asks. */
const planted: readonly (readonly [rule: string, column: string, mistake: Readonly<Record<string, string>>])[] = [
  ['required', 'C', { village: '' }],
  ['required', 'D', { name: '' }],
  ['required', 'F', { birthMonth: '' }],
  ['required', 'K', { idNumber: '' }],
  ['required', 'L', { phone: '' }],
  ['idNumber.length', 'K', { idNumber: '51142519900516201' }],
  ['idNumber.birthDate', 'K', { idNumber: '511425199002302014' }],
  ['idNumber.checkDigit', 'K', { idNumber: '511425199005162018' }],
  ['duplicate.idNumber', 'K', { idNumber: '510104198606111280' }],
  ['duplicate.idNumber', 'K', { idNumber: '510104198606111280' }],
  ['birthMonth.mismatch', 'F', { birthMonth: '1986.07' }],
  ['birthMonth.format', 'F', { birthMonth: '1986年' }],
  ['partyJoinMonth.tooEarly', 'G', { partyJoinMonth: '2001.01' }],
  ['partyJoinMonth.format', 'G', { partyJoinMonth: '2012年' }],
  ['age.mismatch', 'H', { age: '20' }],
  ['age.limit', 'H', { idNumber: '', birthMonth: '1970.01', age: '47' }],
  ['phone.format', 'L', { phone: '1381234567' }],
];
const fair: Readonly<Record<string, string>> = {
  township: '南城镇',
  village: '白虎村',
  name: '张三',
  gender: '女',
  birthMonth: '1986.06',
  partyJoinMonth: '2012.06',
  age: '31',
  education: '大专',
  identity: '社工',
  idNumber: '510104198606111483',
  phone: '13812345678',
  mentor: '李四 镇长',
};

const valuesOf = (person: Readonly<Record<string, string>>, at: number): (string | number)[] =>
  binding.columns.map(({ field }) => {
    const value = field === 'seq' ? at + 1 : (person[field] ?? '');
    return field === 'age' && /^\d+$/.test(String(value)) ? Number(value) : value;
  });

/** Columns behind the roster's: O, P, … Z, AA, … */
function letter(index: number): string {
  const at = binding.columns.length + index;
  return at < 26 ? String.fromCharCode(65 + at) : `A${String.fromCharCode(65 + at - 26)}`;
}

const lettered = (formulas: readonly string[]) =>
  formulas.map((formula, index) => ({ column: letter(index), formula }));

let lines: ReturnType<typeof judged>;
let compared: readonly NativeCheck[];
const lastRow = (): number => binding.sampleRow + ROWS - 1;

// One start of LibreOffice judges everything.
beforeAll(async () => {
  const firstRow = binding.sampleRow;
  const { checks } = nativeChecks(target(lastRow()));
  compared = checks.filter(({ rule }) => MUST_HAVE.includes(rule.id) || /format|ambiguous|future/.test(rule.id));
  const formulas = lettered(compared.map(({ violated }) => violated));
  const customs = nativeRules(target(firstRow + planted.length)).validations.flatMap(({ column, rule }) =>
    rule.kind === 'custom' ? [{ column, formula: rule.formula }] : [],
  );
  asked = customs.map(({ column }) => column);
  const blank = await blankTable(pack, 'roster', SETTINGS);
  if (!blank.ok) throw new Error(blank.error.code);
  await withFolder((folder) => {
    const people = samples.map((_, at) => ({
      name: `people${at}`,
      firstRow,
      rows: stored(at).map(valuesOf),
      formulas,
    }));
    const rows = [fair, ...planted.map(([, , wrong], at) => ({ ...fair, ...nobodyElse(at), ...wrong }))].map(valuesOf);
    const wrong = { name: 'planted', firstRow, rows, formulas: lettered(customs.map(({ formula }) => formula)) };
    const typed = typedInto(folder, blank.value, '名册', [
      ['K4', '510104198606111483'],
      ['K5', '510104198606111484'],
      ['F6', '1986.11'],
      ['K7', '510104198606111483'],
      ['E7', '男'],
      ['H7', 40],
    ]);
    const read = judged(folder, { rules: judgedBook([...people, wrong]), blank: typed });
    const kept = new Map(
      [...people.map(({ name }) => `rules ${name}`), 'rules planted', 'blank 名册'].map((key) => {
        const [book = '', sheet = ''] = key.split(' ');
        return [key, read(book, sheet)];
      }),
    );
    lines = (book, sheet) => kept.get(`${book} ${sheet}`) ?? [];
  });
}, 120_000);
let asked: readonly string[];
/** A number and a phone of their own, so that none is a duplicate by accident; the same birthday and sex. */
function nobodyElse(at: number): Readonly<Record<string, string>> {
  const body = `51010419860611${200 + 2 * at}`;
  return { idNumber: body + checkDigit(body), phone: `1381234${2000 + at}` };
}

const stores = new Map<number, ReturnType<typeof projectOf>>();
function storeOf(at: number): ReturnType<typeof projectOf> {
  const store =
    stores.get(at) ??
    projectOf(
      pack,
      (samples[at] ?? []).map((person, row) => ({ id: `p${row}`, ...person })),
    );
  stores.set(at, store);
  return store;
}
/** The people as the store has them: normal forms, and ages derived. */
const stored = (at: number): Record<string, string>[] =>
  (samples[at] ?? []).map((_, row) =>
    Object.fromEntries(binding.columns.map(({ field }) => [field, storeOf(at).text('person', `p${row}`, field)])),
  );

/** What the native forms should say of an ID number, given the one reason of the closure; nothing: not compared. */
function idVerdict(rule: string, reason: string | undefined, id: string): boolean | undefined {
  // Letters and lost digits have no native form; what those numbers break besides is not said twice here.
  if (reason === 'idNumber.characters' || reason === 'idNumber.precisionLost') return undefined;
  // The date inside fifteen digits is not looked at natively.
  if (id.length === 15) return false;
  // A day that does not exist is the first reason; the digit may be wrong besides.
  if (rule === 'idNumber.checkDigit' && reason === 'idNumber.birthDate') return undefined;
  return rule === reason;
}

test.each(SEEDS.map((_, at) => at))('closures and native forms give the same verdicts, row by row (%i)', (at) => {
  const store = storeOf(at);
  const shown = lines('rules', `people${at}`).slice(binding.sampleRow - 1);
  const cell = (row: number, index: number): string | undefined => shown[row]?.[binding.columns.length + index];
  expect(new Set(compared.flatMap((_, index) => (samples[at] ?? []).map((_, row) => cell(row, index))))).toEqual(
    new Set(['TRUE', 'FALSE']),
  );
  const different: string[] = [];
  const met = new Map<string, number>();
  let fifteen = 0;
  samples[at]?.forEach((person, row) => {
    const issues = store.issuesOf('person', `p${row}`);
    const reason = issues.find(({ rule }) => ID_FAULT.test(rule))?.rule;
    const id = store.text('person', `p${row}`, 'idNumber');
    if (id.length === 15 && upgradeId(id) !== '') fifteen++;
    compared.forEach(({ rule }, index) => {
      const closure = ID_FAULT.test(rule.id)
        ? idVerdict(rule.id, reason, id)
        : issues.some((issue) => issue.rule === rule.id && issue.field === rule.field);
      if (closure === undefined) return;
      if (closure) met.set(rule.id, (met.get(rule.id) ?? 0) + 1);
      const native = cell(row, index) === 'TRUE';
      if (native !== closure)
        different.push(`${rule.id} ${rule.field}: ${closure}, native ${native}: ${JSON.stringify(person)}`);
    });
  });
  expect(different.slice(0, 5)).toEqual([]);
  // A comparison that never met a violation would prove nothing.
  expect(MUST_HAVE.filter((id) => (met.get(id) ?? 0) < 5)).toEqual([]);
  expect(fifteen).toBeGreaterThan(20);
});

test('every rule that must travel is a mark; what has no native form looks at other records or into a list of codes', () => {
  const { checks, without } = nativeChecks(target(500));
  expect(MUST_HAVE.filter((id) => !checks.some(({ rule }) => rule.id === id))).toEqual([]);
  expect(without.every(({ reason }) => reason.code === 'no-native-function' || reason.code === 'other-records')).toBe(
    true,
  );
});

test('the validation of the column asks about each planted mistake, and about nothing that is right', () => {
  const shown = lines('rules', 'planted').slice(binding.sampleRow - 1);
  const verdict = (row: number, column: string): string | undefined => {
    const index = asked.indexOf(column);
    return index < 0 ? 'no formula' : shown[row]?.[binding.columns.length + index];
  };
  expect(asked.map((column) => verdict(0, column)).join()).toBe(asked.map(() => 'TRUE').join());
  const silent = planted.filter(([, column], at) => verdict(at + 1, column) === 'TRUE');
  expect(silent).toEqual([]);
  // Lengths and lists ask by themselves when a required cell is emptied, and a list offers what is accepted.
  const rules = validation();
  for (const column of ['B', 'C', 'D', 'E', 'F', 'I', 'K', 'L', 'M']) expect(rules.get(column)?.required).toBe(true);
  for (const column of ['G', 'H', 'J', 'N']) expect(rules.get(column)?.required ?? false).toBe(false);
  expect(rules.get('I')).toMatchObject({
    rule: { kind: 'list', choices: ['高中', '中专', '技校', '职高', '大专', '本科', '研究生'] },
    style: 'warning',
  });
});

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
    expect(id?.message).toContain(
      '没有填；不是 18 位；出生日期不存在或超出范围；校验码不对（有数字填错）；与本表另一人相同',
    );
    expect(id?.style).toBe('warning');
  }
  expect(validation().get('E')).toMatchObject({ rule: { kind: 'list', choices: ['男', '女'] }, style: 'warning' });
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

test('a blank form fills 性别 and 年龄 by itself, and gives way to typing', () => {
  const seen = lines('blank', '名册')
    .slice(3, 8)
    .map((line) => [line[4], line[7]]);
  expect(seen).toEqual([
    ['女', '31'],
    ['', ''],
    ['', '31'],
    ['男', '40'],
    ['', ''],
  ]);
});
