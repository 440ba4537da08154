/**
 * Texts by which clerks leave a cell blank. Only for judging what a row or column is: what is stored is decided by
 * the field's own normal form.
 */
export function isBlankWord(text: string): boolean {
  return /^[\s\u3000]*(?:无|暂无|没有|未填|[-—–―－_/／\\、.。·]+)?[\s\u3000]*$/.test(text);
}

/** 空缺, 暂无合适人选: in the place of a name, that a village has nobody to send. */
export function saysVacant(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[\s()[\]。.]/g, '');
  return /^(?:暂时?|尚|目前|现)?(?:没有|无|缺|空缺|待定|待补)(?:人|(?:合适)?(?:的)?(?:人选|人员|对象|(?:后备)?干部))?$/.test(
    plain,
  );
}

/** 同上 and its signs: the cell means what stands above it. */
export function isDitto(text: string): boolean {
  // Nearly every text begins with a Chinese character or a digit; of those 同 alone begins such a sign.
  const first = text.charCodeAt(0);
  if ((first >= 0x4e00 && first <= 0x9fff && first !== 0x540c) || (first >= 0x30 && first <= 0x39)) return false;
  return /^[\s\u3000]*(?:同\s*上|(?:同\s*前)|[〃″"”＂“]|''|′′|,,)[\s\u3000]*$/.test(text);
}
