import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '../types.ts';
import { DIVISION_ERROR, NUMBER_ERROR, VALUE_ERROR } from '../value.ts';
import type { BinaryOperator, Node } from './ast.ts';
import { compile, type Environment } from './compile.ts';
import { formulaMessage } from './locale/zh-CN.ts';
import { lower, type Names } from './lower.ts';
import { parse } from './parse.ts';
import { print } from './print.ts';
import { dependencies } from './walk.ts';

const FIELDS: Readonly<Record<string, string>> = { 姓名: 'name', 身份证号码: 'idNumber', 年龄: 'age', 性别: 'gender' };
const names: Names = {
  entity: 'person',
  field: (_, name) => FIELDS[name] ?? Object.values(FIELDS).find((key) => key === name),
  fieldNames: () => Object.keys(FIELDS),
  hasChoices: (key) => key === 'gender',
  parameter: (name) => (name === '年龄上限' || name === 'ageLimit' ? 'ageLimit' : undefined),
  parameterNames: ['年龄上限'],
  entityNamed: (name) => (name === '后备干部' || name === 'person' ? 'person' : undefined),
  entityNames: ['后备干部'],
};
const env: Environment<Readonly<Record<string, Value>>> = {
  field: (key) => (record) => record[key] ?? null,
  parameter: () => () => 35,
  choices: () => ['男', '女'],
  count: () => () => 2,
  partner: () => () => '王五',
};

function run(text: string, record: Readonly<Record<string, Value>> = {}): Value | string {
  const parsed = parse(text);
  if (!parsed.ok) return parsed.error.code;
  const lowered = lower(parsed.value, names, 'message');
  return lowered.ok ? compile(lowered.value, env)(record) : lowered.error.code;
}

test('a reference date that is left out is the project’s', () => {
  const dated: Names = { ...names, parameter: (name) => (name === 'asOf' ? 'asOf' : names.parameter(name)) };
  const read = (text: string) => {
    const parsed = parse(text);
    return parsed.ok ? lower(parsed.value, dated, 'rule') : parsed;
  };
  expect(read('=ID.CHECK([身份证号码])')).toEqual(read('=ID.CHECK([身份证号码], {asOf})'));
  expect(read('=ID.GENDER([身份证号码], , "M")')).toEqual(read('=ID.GENDER([身份证号码], {asOf}, "M")'));
});

describe('values are Excel’s', () => {
  test.each<readonly [string, Value]>([
    ['=1+2*3', 7],
    ['=(1+2)*3', 9],
    ['=2^3^2', 64],
    ['=-2^2', 4],
    ['=2^-1', 0.5],
    ['=10%', 0.1],
    ['=50%%', 0.005],
    ['=1-2-3', -4],
    ['=8/4/2', 1],
    ['=1&2+3', '15'],
    ['="a"&TRUE', 'aTRUE'],
    ['=1+1=2', true],
    ['=1<2=TRUE', true],
    ['="X"="x"', true],
    ['=EXACT("X","x")', false],
    ['="2">10', true],
    ['=TRUE>"zzz"', true],
    ['="2"+3', 5],
    ['="两"+3', VALUE_ERROR],
    ['=1/0', DIVISION_ERROR],
    ['=10^400', NUMBER_ERROR],
    ['=IFERROR(1/0,"错")', '错'],
    ['=IF(1/0,1,2)', DIVISION_ERROR],
    ['=IF(TRUE,1,1/0)', 1],
    ['=IF(FALSE,1)', false],
    ['=IF(TRUE,,1)=0', true],
    ['=OR(TRUE,1/0)', true],
    ['=AND(1,"x")', VALUE_ERROR],
    ['=[姓名]=""', true],
    ['=[姓名]=0', true],
    ['=ISBLANK([姓名])', true],
    ['=[姓名]+1', 1],
    ['=[姓名]&"x"', 'x'],
    ['=SUM(1,2,3)-MAX(4,5)', 1],
    ['=IN("男",CHOICES([性别]))', true],
    ['=IN("a",LIST("a","b"))', true],
    ['=COUNT.SAME([身份证号码])>1', true],
    ['=OTHER.SAME([姓名],[身份证号码])', '王五'],
    ['=COUNT.IN("后备干部")', 2],
    ['={年龄上限}', 35],
    ['=身份证校验("510104198606111483","2017-11-30")', true],
    ['=id.check("510104198606111484","2017-11-30")', false],
    ['＝如果（１＜２，“是”，“否”）', 'bad-character'],
    ['＝如果（1＜2，“是”，“否”）', '是'],
    ['=1≤2', true],
    ['=1＜＞2', true],
    ['="say ""hi"""', 'say "hi"'],
    ['1+1', 2],
  ])('%s', (text, value) => {
    expect(run(text)).toEqual(value);
  });

  test('fields are read from the record', () => {
    expect(run('=[年龄] <= {年龄上限}', { age: 36 })).toBe(false);
    expect(run('=[age]>35', { age: '三十' })).toBe(true);
  });
});

describe('errors say where, and what was meant', () => {
  test.each([
    ['=', 'empty', '第 2 个字：公式是空的。请写一个公式，例如 =[年龄] <= 35。'],
    ['=LEN([身份证号])', 'unknown-field', '第 6 个字：没有字段“身份证号”。是不是“身份证号码”？'],
    ['=LENN("a")', 'unknown-function', '第 2 个字：没有函数“LENN”。是不是“LEN”？'],
    ['=身份证效验([身份证号码])', 'unknown-function', '第 2 个字：没有函数“身份证效验”。是不是“身份证校验”？'],
    ['={年令上限}', 'unknown-parameter', '第 2 个字：没有参数“年令上限”。是不是“年龄上限”？'],
    ['=姓名', 'unknown-word', '第 2 个字：不认识“姓名”。字段请写成 [姓名]，文字请加引号。'],
    ['=(1+2', 'unclosed-parenthesis', '第 2 个字：这个左括号没有对应的右括号。'],
    ['=1+2)', 'not-expected', '第 5 个字：这里不应该有“)”。'],
    ['="a', 'unclosed-text', '第 2 个字：文字少了后面的引号。'],
    ['=[姓名', 'unclosed-field', '第 2 个字：字段名少了后面的“]”。'],
    ['=1+', 'value-expected', '第 4 个字：公式没有写完。'],
    ['=1 2', 'not-expected', '第 4 个字：这里不应该有“2”。'],
    ['=#', 'bad-character', '第 2 个字：公式里不能有“#”。'],
    ['=1e999', 'bad-number', '第 2 个字：数字“1e999”太大。'],
    ['=LEN()', 'wrong-count', '第 2 个字：函数“LEN”的参数个数不对。'],
    ['=CHOICES([姓名])', 'no-choices', '第 10 个字：字段“name”没有选项。'],
    ['=COUNT.SAME(1)', 'field-expected', '第 13 个字：这里要写一个字段，例如 [身份证号码]。'],
    [`=${'('.repeat(500)}1`, 'too-deep', '第 130 个字：公式的括号套得太深，请拆成几条规则。'],
  ])('%s', (text, code, message) => {
    const parsed = parse(text);
    const error = parsed.ok ? lower(parsed.value, names, 'message') : parsed;
    if (error.ok) throw new Error('no error');
    expect(error.error.code).toBe(code);
    expect(formulaMessage(error.error)).toBe(message);
  });

  test('counts have no place in a field, the text of another record only in a message', () => {
    const lowered = (text: string, setting: 'field' | 'rule'): boolean => {
      const parsed = parse(text);
      return parsed.ok && lower(parsed.value, names, setting).ok;
    };
    expect(lowered('=COUNT.SAME([姓名])', 'field')).toBe(false);
    expect(lowered('=COUNT.SAME([姓名])', 'rule')).toBe(true);
    expect(lowered('=OTHER.SAME([姓名],[年龄])', 'rule')).toBe(false);
  });
});

test('dependencies are what is named', () => {
  const parsed = parse('=IF([年龄]>{年龄上限}, COUNT.SAME([身份证号码]) > 1, LEN([姓名]) > 1)');
  const lowered = parsed.ok ? lower(parsed.value, names, 'rule') : parsed;
  if (!lowered.ok) throw new Error(lowered.error.code);
  const { fields, parameters, aggregates } = dependencies(lowered.value);
  expect([...fields].sort()).toEqual(['age', 'idNumber', 'name']);
  expect([...parameters]).toEqual(['ageLimit']);
  expect(aggregates).toEqual([{ entity: 'person', where: { idNumber: { field: 'idNumber' } } }]);
});

const OPERATORS: readonly BinaryOperator[] = ['^', '*', '/', '+', '-', '&', '=', '<>', '<', '>', '<=', '>='];
const place = { from: 0, to: 0 };
const name = fc
  .string({ unit: fc.constantFrom(...'村身份 aZ(1)（社'), minLength: 1, maxLength: 6 })
  .map((text) => text.trim());
const leaf: fc.Arbitrary<Node> = fc.oneof(
  fc
    .double({ min: 0, noNaN: true, noDefaultInfinity: true })
    .map((value): Node => ({ kind: 'number', value: value + 0, ...place })),
  fc.string({ unit: 'grapheme' }).map((value): Node => ({ kind: 'text', value, ...place })),
  fc.boolean().map((value): Node => ({ kind: 'boolean', value, ...place })),
  name.map((text): Node => ({ kind: 'field', name: text, ...place })),
  name.map((text): Node => ({ kind: 'parameter', name: text, ...place })),
);
const { tree } = fc.letrec<{ tree: Node }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    leaf,
    fc
      .record({ operator: fc.constantFrom(...OPERATORS), left: tie('tree'), right: tie('tree') })
      .map((parts): Node => ({ kind: 'binary', ...parts, ...place })),
    fc
      .record({ operator: fc.constantFrom<'+' | '-'>('+', '-'), operand: tie('tree') })
      .map((parts): Node => ({ kind: 'unary', ...parts, ...place })),
    tie('tree').map((operand): Node => ({ kind: 'percent', operand, ...place })),
    fc
      .record({ name: fc.constantFrom('LEN', 'ID.CHECK', '身份证校验'), args: fc.array(tie('tree'), { maxLength: 3 }) })
      .map((parts): Node => ({ kind: 'call', ...parts, ...place })),
  ),
}));

/** A tree without its places. */
function bare(node: Node): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) => (key === 'from' || key === 'to' ? undefined : value)),
  );
}

test('parse(print(tree)) is the tree, and print is canonical', () => {
  fc.assert(
    fc.property(tree, (node) => {
      const text = print(node);
      const back = parse(text);
      if (!back.ok) return back.error.code === 'too-deep' || back.error.code === 'too-long';
      expect(bare(back.value)).toEqual(bare(node));
      expect(print(back.value)).toBe(text);
      return true;
    }),
    { numRuns: 500 },
  );
});

test('whatever is typed, parsing answers, and an error lies within the text', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '=',
      '(',
      ')',
      ',',
      '[',
      ']',
      '{',
      '}',
      '"',
      '1',
      '.5',
      'LEN',
      ' ',
      '<',
      '>',
      '%',
      '-',
      '村',
      '“',
      '”',
      '^',
      '&',
      '\u0000',
      '𬭎',
    ),
    {
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        pieces.map((list) => list.join('')),
      ),
      (text) => {
        const parsed = parse(text);
        const { from, to } = parsed.ok ? parsed.value : parsed.error;
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(text.length);
        expect(from).toBeLessThanOrEqual(to);
      },
    ),
    { numRuns: 500 },
  );
});

test('a formula of operators never throws, whatever the fields hold', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant([]));
  const calculation = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      fc.constantFrom('[姓名]', '[年龄]', '1', '"x"', 'TRUE'),
      fc.tuple(tie('tree'), fc.constantFrom(...OPERATORS), tie('tree')).map(([a, o, b]) => `(${a}${o}${b})`),
      tie('tree').map((inner) => `IFERROR(-${inner}%, LEFT(${inner}, 1))`),
    ),
  })).tree;
  fc.assert(
    fc.property(calculation, value, value, (text, first, second) => {
      const result = run(text, { name: first, age: second });
      expect(result).not.toBeUndefined();
      expect(run(text, { name: first, age: second })).toEqual(result);
    }),
    { numRuns: 300 },
  );
});
