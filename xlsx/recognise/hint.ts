/** What a cell says of how the column is to be filled in: 如1990.05, 18位, 男/女, 与身份证一致. */
export function isHint(text: string): boolean {
  if (text.length > 30 || !/[\p{Script=Han}+]/u.test(text)) return false;
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^[([]|[)\]]$/g, '');
  return (
    /^(?:例?如|格式|请|填写?|须|应|需|必填|选填|限填|下拉|自动|统一|精确|不填|单选|文本|按)(?!.*[省市县镇乡村]$)/.test(
      plain,
    ) ||
    /^\d{1,2}[位岁]|与.{1,6}一致|^(?:男[/或、]女|是[/或、]否|有[/或、]无)$|(?:以上|全称|填写?|格式)$|^\p{Script=Han}{2,4}\+\p{Script=Han}{2,4}$/u.test(
      plain,
    )
  );
}
