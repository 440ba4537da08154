import type { Sheet } from '../read/types.ts';
import { rowsAbove } from './grid.ts';

/**
 * The township that a sheet is about, from its title, the line 填报单位 or its name; '' when they name none or several.
 */
export function townshipOf(sheet: Sheet, headerRow: number): string {
  const above = rowsAbove(sheet, headerRow).flatMap((row) => row.cells.map((cell) => cell.text));
  const found = new Set([...above, sheet.name].map(townshipIn).filter((name) => name !== ''));
  return found.size === 1 ? ([...found][0] ?? '') : '';
}

/** The village or community whose name the sheet has, or that the title above the header names, else ''. */
export function villageOf(sheet: Sheet, headerRow: number): string {
  const name = sheet.name.normalize('NFKC').trim();
  if (/^\p{Script=Han}{1,12}(?:村|社区)$/u.test(name)) return name;
  const above = rowsAbove(sheet, headerRow).flatMap((row) => row.cells.map((cell) => cell.text));
  const said = above.map((text) => titleVillage(text) || senderVillage(text));
  const found = new Set(said.filter((village) => village !== ''));
  return found.size === 1 ? ([...found][0] ?? '') : '';
}

/** The village that a title is about: `南城镇白虎村后备干部名册` → `白虎村`. 村级 is none. */
function titleVillage(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[\d年度]+/, '');
  const match =
    /^(?:\p{Script=Han}{2,6}?(?:县|市|区))?(?:\p{Script=Han}{1,6}?(?:镇|乡|街道))?(\p{Script=Han}{1,8}?(?:村|社区))(?!级|民|干)\p{Script=Han}*(?:名册|名单|花名册|登记表|一览表|台账|汇总表|情况表|统计表)/u.exec(
      plain,
    );
  return asVillage(match?.[1]);
}

/** The village that a line names as the sender: `填报单位：南城镇金牛村党支部（盖章）`, `村（社区）：兰沟社区`. */
function senderVillage(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^.*:/, '')
    .replace(/\([^()]*\)/g, '');
  const match =
    /^(?:中共)?(?:\p{Script=Han}{2,6}?(?:县|市|(?<!社)区))?(?:\p{Script=Han}{1,6}?(?:镇|乡|街道))?(\p{Script=Han}{1,8}?(?:村|社区))(?:党支部|党总支|党委|村民|居民|支部|委员会|[村居]?委会|两委)*$/u.exec(
      plain,
    );
  return asVillage(match?.[1]);
}

/** 各村, 本村, 所在村, 行政村 are none. */
function asVillage(name: string | undefined): string {
  return name === undefined || /^(?:各|本|全|所在|行政|每|驻|贫困|重点|示范|农|.*各)/.test(name) ? '' : name;
}

function townshipIn(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const local = plain
    .replace(/^.*:/, '')
    .replace(/^中共/, '')
    .replace(/^\p{Script=Han}{2,8}?(?:自治县|县|市|(?<!社)区)(?=\p{Script=Han})/u, '');
  return /^\p{Script=Han}{1,6}?(?:街道|镇|乡)/u.exec(local)?.[0] ?? '';
}

/** The village that a heading between the rows names: `一、金牛村（3人）` → `金牛村`, else ''. */
export function headingVillage(text: string): string {
  const plain = headingText(text);
  return /^\p{Script=Han}{1,12}?(?:村|社区)$/u.test(plain) ? plain : titleVillage(text);
}

/** The township that a heading between the rows names: `二、西龙镇（5人）` → `西龙镇`, else ''. */
export function headingTownship(text: string): string {
  const plain = headingText(text).replace(/(?:党委|人民政府|(?<=街道)(?:办事处|党工委))$/u, '');
  const [, township = ''] =
    /^(?:\p{Script=Han}{2,6}?(?:自治县|县|市|(?<!社)区))?(\p{Script=Han}{1,6}?(?:街道|镇|乡))$/u.exec(plain) ?? [];
  return township;
}

/** Without what stands around a name: numbering, stars, how many there are. */
function headingText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^[^\p{Script=Han}\d([]+/u, '')
    .replace(/^[([]?[\d一二三四五六七八九十]{1,3}[)\].、:]+/, '')
    .replace(/[([].*$/, '')
    .replace(/:.*$/, '')
    .replace(/共?\d+[人名]$/, '');
}
