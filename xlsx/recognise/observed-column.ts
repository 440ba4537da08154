import type { Field } from '../../sheets-templates/schema.ts';
import type { SheetRow } from '../read/types.ts';
import { fitOf, looksLikeIdNumber, SAMPLES, squeezed, tellingTexts } from './content.ts';
import { cellAt } from './grid.ts';
import { type Group, parentsOf } from './groups.ts';
import type { ColumnHeader } from './header.ts';
import { headerText } from './header-text.ts';
import { mayMean, meaningOf } from './meaning.ts';
import { type FieldNames, type HeaderScores, headerScores, SURE } from './similarity.ts';

/** What a header gains when all of its cells fit. */
export const CONFIRMED = 0.1;

/** A column of a received sheet: what its header says of each field, and what its cells say to that. */
export interface Observed {
  readonly header: ColumnHeader;
  readonly samples: readonly string[];
  /** Its cells row by row, those of a row at one index in every column. */
  readonly cells: readonly (string | undefined)[];
  /** The samples that say something, made comparable. */
  readonly telling: readonly string[];
  /** What share of them fits a field, as far as it was asked. */
  readonly fits: Map<Field, number | undefined>;
  readonly scores: HeaderScores;
  /** The group's field, when the level above names one (结对干部 over 姓名, 职务). */
  readonly group: string | undefined;
}

/**
 * @param rows those that tell what the columns hold
 * @param group what the level above names, if it names a field
 */
export function observe(
  header: ColumnHeader,
  rows: readonly SheetRow[],
  names: readonly FieldNames[],
  group: Group | undefined,
): Observed {
  const samples: string[] = [];
  for (const row of rows) {
    if (samples.length >= SAMPLES) break;
    const text = cellAt(row, header.column)?.text;
    if (text !== undefined) samples.push(text);
  }
  const own = header.levels.at(-1) ?? '';
  const [parent = ''] = parentsOf(header);
  const telling = tellingTexts(samples);
  const named = group === undefined ? scoresUnder(parent, own, names) : new Map([[group.key, group.score]]);
  const scores = group === undefined && telling.length > 0 ? withEnds(named, own, names) : named;
  const cells = rows.slice(0, SAMPLES).map((row) => cellAt(row, header.column)?.text);
  return { header, samples, cells, telling, fits: new Map(), scores, group: group?.key };
}

/** A label that ends as a field's would is a candidate for it; the cells decide. */
function withEnds(scores: HeaderScores, own: string, names: readonly FieldNames[]): HeaderScores {
  const { core } = headerText(own);
  const made = new Map(scores);
  for (const { field } of names)
    if (mayMean(field.key, core)) made.set(field.key, Math.max(made.get(field.key) ?? 0, SURE));
  return made;
}

/** By the column's own label, or by that of the level above with it. 姓名 below 村书记 is taken where there is no other. */
function scoresUnder(parent: string, own: string, names: readonly FieldNames[]): HeaderScores {
  const alone = headerScores(own, names);
  if (parent === '') return alone;
  const { core } = headerText(parent + own);
  const scores = new Map(
    [...alone].map(([key, score]) => [key, meaningOf(key, core) === 'never' ? Math.min(score, SURE) : score]),
  );
  for (const [key, score] of headerScores(parent + own, names))
    scores.set(key, Math.max(scores.get(key) ?? 0, 0.95 * score));
  return scores;
}

/** What share of a column's cells fits a field: each is compared with each many times over. */
export function fitIn({ telling, fits }: Observed, field: Field): number | undefined {
  if (!fits.has(field)) fits.set(field, fitOf(field, telling));
  return fits.get(field);
}

/** The header's score, corrected by the cells. A column of ID numbers is one whatever stands above it. */
export function judged(column: Observed, target: FieldNames): number {
  const header = column.scores.get(target.field.key) ?? 0;
  const fit = fitIn(column, target.field);
  const { type } = target.field;
  if (type === 'idNumber' && header < 0.9 && column.group === undefined && fullIdShare(column.samples) >= 0.5) {
    // Those of a spouse, and certificates that look like them, are not the person's.
    return meaningOf(target.field.key, headerText(column.header.levels.join('')).core) === 'never' ? 0 : 0.9;
  }
  if (fit === undefined) return header;
  return contradicted(column, target, header, fit) ? header * 0.5 : header + CONFIRMED * fit;
}

/** Do the cells say that a column is not what its header says? */
export function contradicted({ samples }: Observed, { field }: FieldNames, header: number, fit: number): boolean {
  if (field.key === 'name' && ((header < 1 && repeats(samples)) || villageShare(samples) >= 0.7)) return true;
  // Under its own name a choice column may hold nothing but wrong choices; a date column does not hold names.
  return field.type === 'choice' && header >= 1 ? fullIdShare(samples) > 0.5 : fit < 0.15;
}

/** What share of texts names villages. */
export function villageShare(samples: readonly string[]): number {
  const some = samples.map(squeezed).filter((text) => text !== '');
  return some.filter((text) => /^\p{Script=Han}{1,8}(?:村|社区)$/u.test(text)).length / Math.max(1, some.length);
}

/** People of one list hardly share a name. */
export function repeats(samples: readonly string[]): boolean {
  return samples.length >= 3 && new Set(samples.map(squeezed)).size * 2 <= samples.length;
}

function fullIdShare(samples: readonly string[]): number {
  const some = samples.map(squeezed).filter((text) => text.length >= 6);
  if (some.length === 0) return 0;
  return some.filter((text) => text.length >= 15 && looksLikeIdNumber(text)).length / some.length;
}
