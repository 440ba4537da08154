import type { RuleProblem } from '../../sheets-templates/rule-changes.ts';

const reasons: Readonly<Record<RuleProblem['code'], string>> = {
  shape: '保存的规则改动读不出来，全部按官方规则检查',
  'unknown-rule': '官方规则里已没有这一条，这项改动没有用上',
  'unknown-field': '没有这一栏，这条规则没有用上',
  formula: '公式读不懂，这项改动没有用上，官方规则照旧检查',
};

/** A rule change of a project that cannot be used, with the file and the rule that it speaks of. */
export function brokenRule(file: string, { code, ref }: RuleProblem): string {
  const rule = ref === '' ? '' : `规则“${ref}”`;
  return `${file}：${rule}${reasons[code]}。请在“办理 → 校验规则”里改正。`;
}
