import { define } from './define.ts';
import { asList, asText, isBlank } from './value.ts';

export const and = define({
  name: 'AND',
  parameters: ['a', 'b', 'c?', 'd?'],
  examples: [
    [[true, true], true],
    [[true, false], false],
    [[true, true, false], false],
  ],
  run: (...conditions) => conditions.every((condition) => condition === true),
});

export const or = define({
  name: 'OR',
  parameters: ['a', 'b', 'c?', 'd?'],
  examples: [
    [[false, true], true],
    [[false, false], false],
  ],
  run: (...conditions) => conditions.some((condition) => condition === true),
});

export const not = define({
  name: 'NOT',
  parameters: ['condition'],
  examples: [
    [[true], false],
    [[false], true],
  ],
  run: (condition) => condition !== true,
});

export const when = define({
  name: 'IF',
  parameters: ['condition', 'yes', 'no'],
  examples: [
    [[true, 'a', 'b'], 'a'],
    [[false, 'a', 'b'], 'b'],
  ],
  run: (condition, yes, no) => (condition === true ? (yes ?? '') : (no ?? '')),
});

export const coalesce = define({
  name: 'COALESCE',
  parameters: ['first', 'second', 'third?', 'fourth?'],
  examples: [
    [['', '1990.05'], '1990.05'],
    [['33', '36'], '33'],
    [['', ''], ''],
  ],
  run: (...values) => values.find((value) => !isBlank(value)) ?? '',
});

export const inList = define({
  name: 'IN',
  parameters: ['text', 'list'],
  examples: [
    [['女', ['男', '女']], true],
    [['', ['男', '女']], false],
  ],
  run: (text, list) => asList(list).includes(asText(text)),
});

export const anyIn = define({
  name: 'ANYIN',
  parameters: ['text', 'list'],
  examples: [
    [['社工、网格员', ['网格员']], true],
    [['社工', ['网格员']], false],
    [['', ['网格员']], false],
  ],
  run: (text, list) => {
    const wanted = asList(list);
    return asText(text)
      .split('、')
      .some((part) => wanted.includes(part));
  },
});

export const blank = define({
  name: 'ISBLANK',
  parameters: ['value'],
  examples: [
    [[''], true],
    [['0'], false],
  ],
  run: (value) => isBlank(value),
});

export const filled = define({
  name: 'FILLED',
  parameters: ['value'],
  examples: [
    [[''], false],
    [['张三'], true],
  ],
  run: (value) => !isBlank(value),
});

export const length = define({
  name: 'LEN',
  parameters: ['text'],
  examples: [
    [['张三'], 2],
    [['𬭎'], 1],
    [[''], 0],
  ],
  run: (text) => [...asText(text)].length,
});

export const endsWith = define({
  name: 'TEXT.ENDS',
  parameters: ['text', 'ending'],
  examples: [
    [['兰沟社区', '社区'], true],
    [['白虎村', '社区'], false],
    [['', '社区'], false],
  ],
  run: (text, ending) => asText(text).endsWith(asText(ending)),
});
