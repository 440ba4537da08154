/**
 * Texts by which clerks leave a cell blank. Only for judging what a row or column is: what is stored is decided by
 * the field's own normal form.
 */
export function isBlankWord(text: string): boolean {
  return /^[\s\u3000]*(?:无|暂无|没有|未填|[-—–―－_/／\\、.。·]+)?[\s\u3000]*$/.test(text);
}

/** 同上 and its signs: the cell means what stands above it. */
export function isDitto(text: string): boolean {
  return /^[\s\u3000]*(?:同\s*上|(?:同\s*前)|[〃″"”＂“]|''|′′|,,)[\s\u3000]*$/.test(text);
}
