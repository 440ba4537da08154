import { isoYear } from '../../formulas/calendar.ts';
import type { Settings } from '../../records/types.ts';
import { officialFileName } from '../../xlsx/export/summary.ts';
import { FORMS_EXPORT as texts } from './locale.zh-CN.ts';
import type { FormPacking } from './make-forms.ts';
import type { Everybody, Place, Scope } from './whose.ts';

/** What the clerk chose, so far. `village` and `township` are places in the lists of `Everybody`. */
export interface FormsChoice {
  readonly scope: Scope;
  readonly village: number;
  readonly township: number;
  readonly year: number;
  readonly packing: FormPacking;
  /** As typed; undefined as long as it follows the choice. */
  readonly fileName?: string;
}

/** Whose form stands in front: offered first. */
interface FrontForm {
  readonly person: string;
  readonly year: number;
}

/** Where one stands when the export is asked for: on somebody's form, or on rows of a list. */
export interface Standing {
  readonly front: FrontForm | null;
  /** The people of the selected rows. One is where the cursor stands: offered, but not chosen by that. */
  readonly selected: readonly string[];
}

/** What the question begins with: the form in front, else the rows that are selected, else the whole roster. */
export function firstChoice({ front, selected }: Standing, all: Everybody, thisYear: number): FormsChoice {
  const at = (places: readonly Place[]): number =>
    Math.max(0, front === null ? 0 : places.findIndex(({ ids }) => ids.includes(front.person)));
  return {
    scope: front !== null ? 'one' : selected.length > 1 ? 'selected' : 'all',
    village: at(all.villages),
    township: at(all.townships),
    year: front?.year ?? thisYear,
    packing: 'book',
  };
}

/** The people of a choice, in the order of the roster. */
export function chosenIds(choice: FormsChoice, all: Everybody, { front, selected }: Standing): readonly string[] {
  if (choice.scope === 'one') return front === null ? [] : [front.person];
  if (choice.scope === 'selected') return inOrder(selected, all);
  return choice.scope === 'all' ? all.ids : (chosenPlace(choice, all)?.ids ?? []);
}

/** Those of the selected people who are in force, in the order of the roster. */
export function inOrder(selected: readonly string[], { ids }: Everybody): readonly string[] {
  const wanted = new Set(selected);
  return ids.filter((id) => wanted.has(id));
}

/** One person is one workbook. */
export function chosenPacking({ scope, packing }: FormsChoice): FormPacking {
  return scope === 'one' ? 'book' : packing;
}

/**
 * The name that follows from a choice: `南城镇党委-纪实表-白虎村-20171130.zip`; of one person the name of the form itself,
 * `南城镇-白虎村-张三-纪实表.xlsx`. A year that is not the reference date's is said.
 * @param own the name of one person's form
 */
export function formsFileName(
  choice: FormsChoice,
  all: Everybody,
  settings: Settings,
  label: string,
  own: string,
): string {
  const otherYear = choice.year === isoYear(settings.asOf) ? '' : `${choice.year}`;
  if (choice.scope === 'one') return otherYear === '' ? own : own.replace(/(\.[^.]+)$/, `-${otherYear}$1`);
  const place = chosenPlace(choice, all);
  const some = choice.scope === 'selected' ? texts.someOf : '';
  const pieces = [label, otherYear, place?.village || place?.township || some].filter((piece) => piece !== '');
  return officialFileName(settings, pieces.join('-'), choice.packing === 'book' ? 'xlsx' : 'zip');
}

function chosenPlace({ scope, village, township }: FormsChoice, all: Everybody): Place | undefined {
  if (scope === 'village') return all.villages[village];
  return scope === 'township' ? all.townships[township] : undefined;
}
