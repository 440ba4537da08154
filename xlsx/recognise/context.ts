import type { Sheet } from '../read/types.ts';

/**
 * The township that a sheet is about, from its title, the line 填报单位 or its name; '' when they name none or several.
 */
export function townshipOf(sheet: Sheet, headerRow: number): string {
  const above = sheet.rows.filter((row) => row.row < headerRow).flatMap((row) => row.cells.map((cell) => cell.text));
  const found = new Set([...above, sheet.name].map(townshipIn).filter((name) => name !== ''));
  return found.size === 1 ? ([...found][0] ?? '') : '';
}

/** The village or community whose name the sheet has, else ''. */
export function villageOf(sheet: Sheet): string {
  const name = sheet.name.normalize('NFKC').trim();
  return /^\p{Script=Han}{1,12}(?:村|社区)$/u.test(name) ? name : '';
}

function townshipIn(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const local = plain.replace(/^.*:/, '').replace(/^\p{Script=Han}{2,8}?(?:自治县|县|市|区)(?=\p{Script=Han})/u, '');
  return /^\p{Script=Han}{1,6}?(?:街道|镇|乡)/u.exec(local)?.[0] ?? '';
}

/** The village that a heading between the rows names: `一、金牛村（3人）` → `金牛村`, else ''. */
export function headingVillage(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[([]?[\d一二三四五六七八九十]{1,3}[)\].、:]+/, '')
    .replace(/[([].*$/, '')
    .replace(/:.*$/, '');
  return /^\p{Script=Han}{1,12}?(?:村|社区)$/u.test(plain) ? plain : '';
}
