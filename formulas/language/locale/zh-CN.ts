import type { FormulaError, FormulaErrorCode } from '../error.ts';

const sentences: Record<FormulaErrorCode, (what: string) => string> = {
  empty: () => '公式是空的。请写一个公式，例如 =[年龄] <= 35。',
  'too-long': () => '公式太长，最多 8192 个字符。',
  'too-deep': () => '公式的括号套得太深，请拆成几条规则。',
  'bad-character': (what) => `公式里不能有“${what}”。`,
  'bad-number': (what) => `数字“${what}”太大。`,
  'unclosed-text': () => '文字少了后面的引号。',
  'unclosed-field': () => '字段名少了后面的“]”。',
  'unclosed-parameter': () => '参数名少了后面的“}”。',
  'unclosed-parenthesis': () => '这个左括号没有对应的右括号。',
  'value-expected': (what) => (what === '' ? '公式没有写完。' : `“${what}”前面少了内容。`),
  'not-expected': (what) => `这里不应该有“${what}”。`,
  'unknown-word': (what) => `不认识“${what}”。字段请写成 [${what}]，文字请加引号。`,
  'unknown-function': (what) => `没有函数“${what}”。`,
  'unknown-field': (what) => `没有字段“${what}”。`,
  'unknown-parameter': (what) => `没有参数“${what}”。`,
  'unknown-entity': (what) => `没有表“${what}”。`,
  'wrong-count': (what) => `函数“${what}”的参数个数不对。`,
  'no-choices': (what) => `字段“${what}”没有选项。`,
  'field-expected': () => '这里要写一个字段，例如 [身份证号码]。',
  'text-expected': () => '这里要写一段带引号的文字。',
  'not-here': (what) => `“${what}”不能用在这里。`,
};

/** The sentence for an error, with its place counted from 1 and the nearest known name. */
export function formulaMessage({ code, from, what, near }: FormulaError): string {
  const hint = near === undefined ? '' : `是不是“${near}”？`;
  return `第 ${from + 1} 个字：${sentences[code](what)}${hint}`;
}
