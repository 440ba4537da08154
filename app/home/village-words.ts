/** What the words of a pasted list of villages are. All take words that went through `plain`. */

const VILLAGE = /(?:村|社区|居委会|村委会|居民委员会|村民委员会|嘎查|屯|寨)$/u;
const TOWNSHIP = /(?:镇|乡|街道|街道办|街道办事处|苏木)$/u;
const COUNTY = /(?:省|市|县|旗|区)$/u;
const SAME = /^(?:同上|〃|″|"|''|々|--?|—+|\/)$/u;

/** NFKC without any space inside: `白　虎 村` is `白虎村`. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

export function isVillage(word: string): boolean {
  return VILLAGE.test(word) && word.length > 1;
}

export function isTownship(word: string): boolean {
  return TOWNSHIP.test(word) && word.length > 1 && !isVillage(word);
}

export function isCounty(word: string): boolean {
  return COUNTY.test(word) && word.length > 1 && !isVillage(word);
}

/** 同上, 〃, a number: nothing by itself. */
export function isNoise(word: string): boolean {
  return SAME.test(word) || /^\d+$/u.test(word);
}

/** A name without 村 or 社区 at its end. */
export function isBare(word: string): boolean {
  return /^[\p{Script=Han}·]{2,8}$/u.test(word) && !isTownship(word);
}

/** 合计, 注：, 填报人 and the like stand below a table. */
export function isTotal(word: string): boolean {
  return /^(?:合计|总计|小计|共计|注[:：]|说明[:：]|备注[:：]|填报人|填表人|审核人)/u.test(word);
}

/** Takes `南城镇白虎村` apart; null when it does not look so. */
export function splitJoined(word: string): { readonly township: string; readonly name: string } | null {
  const match = /^(?:.{1,8}?[县区市])?(.{1,8}?(?:镇|乡|街道))(.+)$/u.exec(word);
  const township = match?.[1];
  const name = match?.[2];
  return township && name && isVillage(name) ? { township, name } : null;
}
