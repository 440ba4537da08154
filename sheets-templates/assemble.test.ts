import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assemblePack } from './assemble.ts';
import { packSchema } from './schema.ts';

const json = (): Record<string, unknown> =>
  Object(JSON.parse(readFileSync(new URL('./village-reserve-cadres/pack.json', import.meta.url), 'utf8')));
const binding = {
  kind: 'table',
  id: 'list',
  version: '1',
  label: '名单',
  entity: 'person',
  workbook: 'list.xlsx',
  sheet: 'Sheet1',
  headerRow: 1,
  sampleRow: 2,
  blankRows: 0,
  columns: [{ column: 'A', field: 'name' }],
};
const books = new Map([['list.xlsx', new Uint8Array([1])]]);
const problems = (pack: unknown, bindings: readonly unknown[] = []): readonly string[] => {
  const result = assemblePack(pack, bindings, books);
  return result.ok ? [] : result.error.problems.map(({ code, path, detail }) => `${code} ${path} ${detail}`);
};
const withRule = (rule: Record<string, unknown>): unknown => ({
  ...json(),
  rules: [
    {
      id: 'a',
      entity: 'person',
      field: 'name',
      severity: 'error',
      message: '错',
      check: '=ISBLANK([name])',
      ...rule,
    },
  ],
});

test('the pack is put together with its templates, and survives JSON', () => {
  const result = assemblePack(json(), [binding], books);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  expect([...result.value.templates.keys()]).toEqual(['list']);
  expect(packSchema.parse(JSON.parse(JSON.stringify(result.value.pack)))).toEqual(result.value.pack);
});

test('every public rule id that records can violate is in the pack', () => {
  const ids = new Set(packSchema.parse({ ...json(), templates: [] }).rules.map(({ id }) => id));
  const wanted =
    'required name.length idNumber.length idNumber.characters idNumber.precisionLost idNumber.birthDate idNumber.checkDigit idNumber.region idNumber.legacy15 gender.mismatch birthMonth.format birthMonth.ambiguous birthMonth.mismatch age.mismatch age.limit education.minimum choice.unknown partyJoinMonth.format partyJoinMonth.tooEarly partyJoinMonth.future phone.format duplicate.idNumber duplicate.phone village.minimum village.unknown workStart.format training.time training.days training.daysMinimum year.format mentoring.quarter review.quarter review.level review.score review.date review.doubled posting.date posting.days posting.minimum posting.ends posting.endsBefore owner.missing owner.unknown owner.mismatch owner.ambiguous owner.removed';
  expect([...ids].sort()).toEqual(wanted.split(' ').sort());
});

describe('what cannot be right is named with its place', () => {
  test.each([
    ['schema  not an object', 'text'],
    ['unknown-function rules.0.check NOPE @1', withRule({ check: '=NOPE([name])' })],
    ['wrong-count rules.0.check YEAR @1', withRule({ check: '=YEAR([name], 1)' })],
    ['wrong-count rules.0.when EQ @1', withRule({ when: '=EQ([name])' })],
    ['unknown-field rules.0.check 身份证码 → 身份证号码 @9', withRule({ check: '=ISBLANK([身份证码])' })],
    ['unknown-field rules.0.field nose', withRule({ field: 'nose' })],
    ['unknown-parameter rules.0.check 年纪上限 → 年龄上限 @9', withRule({ check: '=ISBLANK({年纪上限})' })],
    ['unknown-entity rules.0.check horse @10', withRule({ check: '=COUNT.IN("horse") >= 1' })],
    ['unknown-field rules.0.check 鼻 @20', withRule({ check: '=COUNT.IN("person", "鼻", "x") >= 1' })],
    ['no-choices rules.0.check name @20', withRule({ check: '=IN([name], CHOICES([name]))' })],
    ['value-expected rules.0.check  @7', withRule({ check: '=[姓名] =' })],
    ['unknown-rule rules.0.unless b', withRule({ unless: ['b'] })],
    ['not-here rules.0.check OTHER.SAME @9', withRule({ check: '=ISBLANK(OTHER.SAME([name], [phone]))' })],
    ['unknown-field rules.0.chooseOwner nose', withRule({ chooseOwner: '是{nose}' })],
    ['unknown-field rules.0.fix.set nose', withRule({ fix: { label: '改', set: { nose: '="x"' } } })],
  ])('%s', (expected, pack) => {
    expect(problems(pack)).toContain(expected);
  });

  test('in a form', () => {
    const path = './village-reserve-cadres/record-form/binding.json';
    const form = { ...Object(JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))), workbook: 'list.xlsx' };
    const [first, ...fields] = form.fields;
    const [trainings, ...sections] = form.sections;
    expect(problems(json(), [form])).toEqual([]);
    expect(problems(json(), [{ ...form, fields: [{ ...first, field: 'nose' }, ...fields] }])).toEqual([
      'unknown-field templates.0.fields.0 nose',
    ]);
    expect(problems(json(), [{ ...form, sheetName: '{nose}' }])).toEqual(['unknown-field templates.0.sheetName nose']);
    expect(problems(json(), [{ ...form, sections: [{ ...trainings, yearBy: 'when' }, ...sections] }])).toEqual([
      'unknown-field templates.0.sections.0.yearBy when',
    ]);
    expect(problems(json(), [{ ...form, sections: [{ ...trainings, entity: 'horse' }, ...sections] }])[0]).toBe(
      'unknown-entity templates.0.sections.0.yearBy horse',
    );
  });

  test('in a binding, a workbook that is not there, an id used twice', () => {
    expect(problems(json(), [{ ...binding, columns: [{ column: 'A', field: 'nose' }] }])).toEqual([
      'unknown-field templates.0.columns.0 nose',
    ]);
    expect(problems(json(), [{ ...binding, workbook: 'other.xlsx' }])).toEqual([
      'workbook-missing templates.0.workbook other.xlsx',
    ]);
    expect(problems(json(), [binding, binding])).toEqual(['duplicate templates list']);
    expect(problems(json(), [{ ...binding, headerRow: 0 }])[0]).toMatch(/^schema templates\.0\.headerRow /);
  });
});
