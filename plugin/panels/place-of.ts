import type { CellSite } from '../binding/bound-sheet.ts';
import type { Workbench } from '../binding/workbench.ts';
import { homeOf } from '../commands/home-sheet.ts';
import { zhCN } from '../locale/zh-CN.ts';

const text = zhCN.panel;

/** Where a problem stands, in words: the row of the roster, the row of another sheet, or a form; `null` where nowhere. */
export function placeOf(bench: Workbench, site: CellSite): string | null {
  const home = homeOf(bench, site);
  if (home === null) return null;
  if (home.row === null) return home.name;
  const roster = home.sheet === bench.tables.values().next().value;
  return roster ? text.row(home.row + 1) : text.rowOf(home.name, home.row + 1);
}
