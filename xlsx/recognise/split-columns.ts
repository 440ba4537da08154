import { holdsPost, looksLikeIdNumber, squeezed } from './content.ts';
import { namesParts } from './groups.ts';
import type { ColumnHeader } from './header.ts';
import { headerText } from './header-text.ts';
import type { FieldNames } from './similarity.ts';

/** A column as far as its neighbours ask. */
interface Column {
  readonly header: ColumnHeader;
  readonly samples: readonly string[];
  /** Those of a row at one index in every column. */
  readonly cells: readonly (string | undefined)[];
}

/** A column whose header is all but plain is its own. */
const NAMED = 0.85;

type Uses<C> = Map<C, { readonly field: string; readonly score: number }>;

/**
 * Columns that hold one field together, side by side: 姓 and 名; the first six digits of an ID number and the other twelve;
 * 出生年, 月 and 日; 结对干部姓名 and 职务. `uses` gains
 * what belongs to the column on the left.
 */
export function joinSplitColumns<C extends Column>(
  observed: readonly C[],
  names: readonly FieldNames[],
  uses: Uses<C>,
): void {
  joinName(observed, names, uses);
  joinIdNumber(observed, names, uses);
  const targets = new Map(names.map((target) => [target.field.key, target]));
  for (const [at, column] of observed.entries()) {
    const target = targets.get(uses.get(column)?.field ?? '');
    if (target === undefined) continue;
    const isPart = target.field.type === 'yearMonth' ? monthPart(column) : postPart(column, target);
    for (const next of observed.slice(at + 1, at + 3)) {
      const use = uses.get(next);
      if ((use !== undefined && use.field !== target.field.key && use.score >= NAMED) || !isPart(next)) break;
      uses.set(next, { field: target.field.key, score: uses.get(column)?.score ?? 0 });
    }
  }
}

/** Whatever was made of either. */
function joinName<C extends Column>(observed: readonly C[], names: readonly FieldNames[], uses: Uses<C>): void {
  if (!names.some(({ field }) => field.key === 'name')) return;
  const at = observed.findIndex((column, n) => label(column) === '姓' && label(observed[n + 1]) === '名');
  for (const column of at < 0 ? [] : observed.slice(at, at + 2)) uses.set(column, { field: 'name', score: 1 });
}

/** Two or three columns whose cells, put together, are whole ID numbers, while none holds them by itself. */
function joinIdNumber<C extends Column>(observed: readonly C[], names: readonly FieldNames[], uses: Uses<C>): void {
  const key = names.find(({ field }) => field.type === 'idNumber')?.field.key;
  if (key === undefined || observed.some(({ cells }) => holdIds([cells]))) return;
  for (const count of [2, 3]) {
    const at = observed.findIndex((_, n) => holdIds(observed.slice(n, n + count).map(({ cells }) => cells)));
    if (at < 0) continue;
    for (const [column, use] of uses) if (use.field === key) uses.delete(column);
    for (const column of observed.slice(at, at + count)) uses.set(column, { field: key, score: 1 });
    return;
  }
}

/** Do most rows of these columns make an ID number, each column giving a part of it? */
function holdIds(parts: readonly (readonly (string | undefined)[])[]): boolean {
  const [first = []] = parts;
  let rows = 0;
  let ids = 0;
  for (const at of first.keys()) {
    const texts = parts.map((cells) => squeezed(cells[at] ?? ''));
    if (texts.some((text) => text === '')) continue;
    rows++;
    const whole = texts.join('');
    if (/^\d{17}[\dXx]$/.test(whole) && looksLikeIdNumber(whole)) ids++;
  }
  return ids >= 2 && ids * 2 >= rows;
}

const label = (column: Column | undefined): string => headerText(column?.header.levels.at(-1) ?? '').full;

type IsPart = (next: Column) => boolean;

const NONE: IsPart = () => false;

/** Beside a column of bare years: one of months, then one of days, under labels that say so or under none. */
function monthPart(year: Column): IsPart {
  if (!mostly(year, /^(?:(?:19|20)\d{2}|\d{2})年?$/)) return NONE;
  const parts = [
    { name: /^(?:.*[^年])?月份?$|^$/, form: /^(?:0?[1-9]|1[0-2])月?$/ },
    { name: /^(?:.*[^年月])?日$|^$/, form: /^(?:0?[1-9]|[12]\d|3[01])日?$/ },
  ];
  return (next) => {
    const part = parts.shift();
    return part?.name.test(label(next)) === true && mostly(next, part.form);
  };
}

/** Beside a column of somebody's names, where the field asks for the post as well: 职务, 单位, 单位及职务. */
function postPart(name: Column, target: FieldNames): IsPart {
  if (!namesParts(target) || /[职单]/.test(label(name)) || share(name, holdsPost) >= 0.3) return NONE;
  return (next) =>
    /^(?:现任?)?(?:工作)?(?:单位)?[及和、与]?(?:职务|职位|职级)*$/.test(label(next)) && label(next) !== '';
}

const mostly = (column: Column, form: RegExp): boolean => share(column, (text) => form.test(text)) >= 0.7;

function share({ samples }: Column, right: (text: string) => boolean): number {
  return samples.filter((text) => right(squeezed(text))).length / Math.max(1, samples.length);
}
