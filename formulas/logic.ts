import { define } from './define.ts';
import { atom, operand, sameCall } from './native.ts';
import { asList, asText, condition, isBlank, isError } from './value.ts';

export const and = define({
  name: 'AND',
  parameters: ['a', 'more...'],
  fails: true,
  native: sameCall('AND'),
  examples: [
    [[true, true], true],
    [[true, false], false],
    [[true, true, false], false],
  ],
  run: (...conditions) => {
    const verdicts = conditions.map(condition);
    return verdicts.find((verdict) => verdict !== true) ?? true;
  },
});

export const or = define({
  name: 'OR',
  parameters: ['a', 'more...'],
  fails: true,
  native: sameCall('OR'),
  examples: [
    [[false, true], true],
    [[false, false], false],
  ],
  run: (...conditions) => {
    const verdicts = conditions.map(condition);
    return verdicts.find((verdict) => verdict !== false) ?? false;
  },
});

export const not = define({
  name: 'NOT',
  parameters: ['condition'],
  fails: true,
  native: sameCall('NOT'),
  examples: [
    [[true], false],
    [[false], true],
    [[0], true],
  ],
  run: (value) => {
    const verdict = condition(value);
    return isError(verdict) ? verdict : !verdict;
  },
});

export const when = define({
  name: 'IF',
  parameters: ['condition', 'yes', 'no?'],
  fails: true,
  native: sameCall('IF', true),
  examples: [
    [[true, 'a', 'b'], 'a'],
    [[false, 'a', 'b'], 'b'],
  ],
  run: (value, yes = null, no = false) => {
    const verdict = condition(value);
    return isError(verdict) ? verdict : verdict ? yes : no;
  },
});

export const coalesce = define({
  name: 'COALESCE',
  parameters: ['first', 'second', 'more...'],
  native: (...args) =>
    args.reduceRight((rest, first) => ({
      ...(first.blank
        ? atom(`IF(${operand(first, 2)}="",${rest.text},${first.text})`, rest.blank)
        : atom(`IFERROR(${first.text},${rest.text})`, rest.blank)),
      ...(rest.own === true ? { own: true } : {}),
    })),
  examples: [
    [['', '1990.05'], '1990.05'],
    [['33', '36'], '33'],
    [['', ''], ''],
  ],
  run: (...values) => values.find((value) => !isBlank(value)) ?? '',
});

export const inList = define({
  name: 'IN',
  parameters: ['text', 'list[]'],
  native: (text, list) => {
    const items = asList(list?.value);
    return items.length === 0 ? undefined : `OR(${items.map((item) => `EXACT(${text?.text},"${item}")`).join(',')})`;
  },
  examples: [
    [['女', ['男', '女']], true],
    [['', ['男', '女']], false],
  ],
  run: (text, list) => asList(list).includes(asText(text)),
});

export const anyIn = define({
  name: 'ANYIN',
  parameters: ['text', 'list[]'],
  native: (text, list) => {
    const items = asList(list?.value);
    if (items.length === 0) return undefined;
    const wrapped = `"、"&${operand(text, 3)}&"、"`;
    return `OR(${items.map((item) => `ISNUMBER(FIND("、${item}、",${wrapped}))`).join(',')})`;
  },
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
  native: (value) =>
    value?.blank === true ? { text: `${operand(value, 2)}=""`, level: 1, blank: false } : `ISERROR(${value?.text})`,
  examples: [
    [[''], true],
    [['0'], false],
  ],
  run: (value) => isBlank(value),
});

export const filled = define({
  name: 'FILLED',
  parameters: ['value'],
  native: (value) =>
    value?.blank === true
      ? { text: `${operand(value, 2)}<>""`, level: 1, blank: false }
      : `NOT(ISERROR(${value?.text}))`,
  examples: [
    [[''], false],
    [['张三'], true],
  ],
  run: (value) => !isBlank(value),
});

export const length = define({
  name: 'LEN',
  parameters: ['text'],
  native: sameCall('LEN'),
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
  native: (text, ending) => {
    const end = asText(ending?.value);
    return end === '' ? undefined : { text: `RIGHT(${text?.text},${end.length})="${end}"`, level: 1, blank: false };
  },
  examples: [
    [['兰沟社区', '社区'], true],
    [['白虎村', '社区'], false],
    [['', '社区'], false],
  ],
  run: (text, ending) => asText(text).endsWith(asText(ending)),
});

export const ifError = define({
  name: 'IFERROR',
  parameters: ['value', 'otherwise'],
  fails: true,
  native: sameCall('IFERROR', true),
  examples: [
    [[{ error: '#VALUE!' }, '错'], '错'],
    [['对', '错'], '对'],
  ],
  run: (value = null, otherwise = null) => (isError(value) ? otherwise : value),
});
