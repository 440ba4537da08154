import { isNoise, isTownship, isVillage } from './village-words.ts';

/** Which column is which, counted from 0; `township` null: there is none. */
export interface ListColumns {
  readonly township: number | null;
  readonly village: number;
}

const brackets = (text: string): string => text.replace(/[()（）*]/gu, '');
const TOWNSHIP = /^(?:所属|所在)?(?:乡镇|镇乡|镇|乡|街道)(?:街道)?(?:名称?)?$/u;
const VILLAGE = /^(?:所属|所在)?(?:行政村|村|社区|村社区|村名|村级|村居)(?:社区)?(?:名称?)?$/u;
const OTHER = /^(?:序号|编号|县区?|区县|市县?|单位|名称|备注|人数|户数|联系人|联系电话|书记|村支书)$/u;

/** The columns that a header names; null when it is none, or names no village. */
export function headerColumns(cells: readonly string[]): ListColumns | null {
  if (!isHeader(cells)) return null;
  const names = cells.map(brackets);
  const village = names.findIndex((name) => VILLAGE.test(name));
  const township = names.findIndex((name) => TOWNSHIP.test(name));
  return village < 0 ? null : { township: township < 0 ? null : township, village };
}

/** Whether every cell that is not blank is a column's name. */
export function isHeader(cells: readonly string[]): boolean {
  const filled = cells.map(brackets).filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((name) => TOWNSHIP.test(name) || VILLAGE.test(name) || OTHER.test(name));
}

/** The columns by what stands in them; null when none holds villages. */
export function guessColumns(rows: readonly (readonly string[])[]): ListColumns | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const all = Array.from({ length: width }, (_, at) => at);
  const share = (at: number, is: (word: string) => boolean): number => {
    const filled = rows.map((row) => row[at] ?? '').filter((cell) => cell !== '' && !isNoise(cell));
    return filled.length === 0 ? 0 : filled.filter(is).length / filled.length;
  };
  const best = (is: (word: string) => boolean): number | null => {
    const scores = all.map((at) => share(at, is));
    const top = Math.max(...scores);
    return top >= 0.5 ? scores.indexOf(top) : null;
  };
  // 南城镇 in every row beside names without 村: the villages are in the next filled column.
  const township = best(isTownship);
  const next = township === null ? undefined : all.find((at) => at > township && share(at, () => true) > 0);
  const village = best((cell) => cell.split(/[、,，;；]/u).every(isVillage)) ?? next ?? null;
  return village === null ? null : { township: township ?? before(village, share), village };
}

/** 南城 beside 白虎村: a filled column left of the villages is the township, though it does not say 镇. */
function before(village: number, share: (at: number, is: (word: string) => boolean) => number): number | null {
  for (let at = village - 1; at >= 0; at--) if (share(at, (word) => /\p{Script=Han}/u.test(word)) === 1) return at;
  return null;
}
