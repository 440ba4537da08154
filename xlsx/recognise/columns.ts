import { cleanPhone } from '../../formulas/phone.ts';
import type { Field } from '../../sheets-templates/schema.ts';
import type { SheetRow } from '../read/types.ts';
import {
  fitOf,
  holdsPost,
  looksLikeIdNumber,
  looksLikeName,
  SAMPLES,
  squeezed,
  surnameShare,
  tellingTexts,
} from './content.ts';
import { cellAt } from './grid.ts';
import { type Group, groupFields, namesParts, parentsOf } from './groups.ts';
import type { ColumnHeader } from './header.ts';
import { headerText } from './header-text.ts';
import { mayMean, meaningOf } from './meaning.ts';
import { type FieldNames, type HeaderScores, headerScores, SURE } from './similarity.ts';
import { joinSplitColumns } from './split-columns.ts';
import { birthShare, isNumbered } from './telling-cells.ts';

/** What a column of a received sheet is. */
export interface ColumnUse {
  readonly column: number;
  /** The header as it stands there, levels joined by a space. */
  readonly header: string;
  /** The field it holds; `undefined` for a column of the sender's own. */
  readonly field: string | undefined;
  /** 0…1, how sure that is. */
  readonly score: number;
}

/** A header that says a field's name, or means it and nothing else. */
const NAMED = 0.95;

/** What a header gains when all of its cells fit. */
const CONFIRMED = 0.1;

/** How sure a column is at most that only its cells speak for. */
const BY_CELLS = 0.5;
/** One whose header is plain and whose cells disagree. */
const BY_NAME = 0.55;

interface Candidate {
  readonly column: Observed;
  readonly target: FieldNames;
  readonly score: number;
}

interface Observed {
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
 * Which column is which field: by its header (and the header above it), confirmed or contradicted by what its cells
 * hold; then, for fields without a header of their own, by the cells alone.
 */
export function assignColumns(
  headers: readonly ColumnHeader[],
  rows: readonly SheetRow[],
  names: readonly FieldNames[],
): readonly ColumnUse[] {
  const groups = groupFields(headers, names);
  const observed = headers.map((header) => {
    const [group] = parentsOf(header).flatMap((label) => groups.get(label) ?? []);
    return observe(header, rows, names, group);
  });
  const candidates: Candidate[] = [];
  for (const column of observed) {
    for (const target of names) {
      // What stands below lifts no header to being sure that is this far from it; ID numbers speak for themselves.
      const header = column.scores.get(target.field.key) ?? 0;
      if (header < SURE - CONFIRMED && target.field.type !== 'idNumber') continue;
      const score = judged(column, target);
      if (score >= SURE) candidates.push({ column, target, score });
    }
  }
  candidates.sort((a, b) => b.score - a.score);
  const uses = new Map<Observed, { field: string; score: number }>();
  const taken = new Map<string, Observed>();
  for (const { column, target, score } of candidates) {
    if (uses.has(column)) continue;
    const first = taken.get(target.field.key);
    if (first !== undefined && !belongTogether(first, column, target)) continue;
    if (first === undefined) taken.set(target.field.key, column);
    uses.set(column, { field: target.field.key, score });
  }
  joinSplitColumns(observed, names, uses);
  const known = new Set(taken.keys());
  assignByContent(observed, names, uses, known);
  assignByName(observed, names, uses, known);
  return observed.map((column) => {
    const use = uses.get(column);
    const header = column.header.levels.map((level) => level.replace(/\s+/g, '')).join(' ');
    return { column: column.header.column, header, field: use?.field, score: use?.score ?? 0 };
  });
}

function observe(
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
function fitIn({ telling, fits }: Observed, field: Field): number | undefined {
  if (!fits.has(field)) fits.set(field, fitOf(field, telling));
  return fits.get(field);
}

/** The header's score, corrected by the cells. A column of ID numbers is one whatever stands above it. */
function judged(column: Observed, target: FieldNames): number {
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
function contradicted({ samples }: Observed, { field }: FieldNames, header: number, fit: number): boolean {
  if (field.key === 'name' && ((header < 1 && repeats(samples)) || villageShare(samples) >= 0.7)) return true;
  // Under its own name a choice column may hold nothing but wrong choices; a date column does not hold names.
  return field.type === 'choice' && header >= 0.9 ? fullIdShare(samples) > 0.5 : fit < 0.15;
}

function villageShare(samples: readonly string[]): number {
  const some = samples.map(squeezed).filter((text) => text !== '');
  return some.filter((text) => /^\p{Script=Han}{1,8}(?:村|社区)$/u.test(text)).length / Math.max(1, some.length);
}

/** People of one list hardly share a name. */
function repeats(samples: readonly string[]): boolean {
  return samples.length >= 3 && new Set(samples.map(squeezed)).size * 2 <= samples.length;
}

function fullIdShare(samples: readonly string[]): number {
  const some = samples.map(squeezed).filter((text) => text.length >= 6);
  if (some.length === 0) return 0;
  return some.filter((text) => text.length >= 15 && looksLikeIdNumber(text)).length / some.length;
}

/**
 * May two columns hold one field? Only where its official label names several things (姓名及职务), under one group or
 * under two headers of their own.
 */
function belongTogether(first: Observed, second: Observed, target: FieldNames): boolean {
  if (target.field.type !== 'text' && target.field.type !== 'longText') return false;
  if (first.group !== undefined || second.group !== undefined) {
    return first.group === second.group && first.header.levels[0] === second.header.levels[0];
  }
  return namesParts(target) && first.header.levels.at(-1) !== second.header.levels.at(-1);
}

function assignByContent(
  observed: readonly Observed[],
  names: readonly FieldNames[],
  uses: Map<Observed, { field: string; score: number }>,
  taken: Set<string>,
): void {
  const idField = names.find(({ field }) => field.type === 'idNumber')?.field.key;
  const ids = observed.find((column) => idField !== undefined && uses.get(column)?.field === idField);
  for (const target of names) {
    if (taken.has(target.field.key)) continue;
    let best: Observed | undefined;
    let score = 0;
    for (const column of observed) {
      if (uses.has(column) || column.group !== undefined || column.samples.length === 0) continue;
      if (meaningOf(target.field.key, headerText(column.header.levels.join('')).core) === 'never') continue;
      // A header that all but names another field is a compound of its own (结对干部联系电话).
      // 名称 over people's names speaks of no village, whatever else is called 名称.
      const said = (other: FieldNames): number => {
        const header = column.scores.get(other.field.key) ?? 0;
        // Nor does a header mean what none of its cells is (two labels that changed places).
        const fit = fitIn(column, other.field);
        if (fit !== undefined && other.field.type !== 'choice' && contradicted(column, other, header, fit)) return 0;
        return target.field.key === 'name' ? Math.min(header, judged(column, other)) : header;
      };
      const other = Math.max(...names.filter((one) => one !== target).map(said), 0);
      if (other >= 0.35 && other > (column.scores.get(target.field.key) ?? 0)) continue;
      const share = distinctiveShare(target, column, ids?.cells ?? []);
      if (share >= 0.7 && share > score) {
        best = column;
        score = share;
      }
    }
    if (best === undefined) continue;
    uses.set(best, { field: target.field.key, score: BY_CELLS * score });
    taken.add(target.field.key);
  }
}

/**
 * A column that says plainly what it is, and whose field is found nowhere else, is that: its cells are wrong, not lost.
 * What was made of it by its cells alone is taken back.
 */
function assignByName(
  observed: readonly Observed[],
  names: readonly FieldNames[],
  uses: Map<Observed, { field: string; score: number }>,
  taken: Set<string>,
): void {
  for (const column of observed) {
    const use = uses.get(column);
    if (column.group !== undefined || (use !== undefined && use.score > BY_CELLS)) continue;
    const target = names.find(({ field }) => !taken.has(field.key) && (column.scores.get(field.key) ?? 0) >= NAMED);
    if (target === undefined || (target.field.key === 'name' && isNoName(column))) continue;
    uses.set(column, { field: target.field.key, score: BY_NAME });
    taken.add(target.field.key);
    if (use === undefined) continue;
    // A column to the left may be the one that says what this one was taken for.
    taken.delete(use.field);
    assignByName(observed, names, uses, taken);
    return;
  }
}

function isNoName({ samples, scores }: Observed): boolean {
  return villageShare(samples) >= 0.7 || ((scores.get('name') ?? 0) < 1 && repeats(samples));
}

/** The share of texts that can hardly be anything but values of this field. */
function distinctiveShare(target: FieldNames, column: Observed, ids: readonly (string | undefined)[]): number {
  const { field } = target;
  const { samples, cells } = column;
  const unnamed = column.header.levels.every((label) => label.trim() === '');
  const header = unnamed ? 0.3 : (column.scores.get(field.key) ?? 0);
  if (field.key === 'birthMonth') return birthShare(cells, ids);
  if (field.type === 'sequence') return unnamed && isNumbered(samples) ? 1 : 0;
  const some = samples.map(squeezed).filter((text) => text !== '');
  if (field.key === 'name') {
    if (new Set(some).size < some.length * 0.8) return 0;
    // Texts of two to four letters that hardly repeat are names of people, though half the surnames be rare ones.
    const names = some.filter((text) => [...text].length <= 4 && looksLikeName(text)).length / Math.max(1, some.length);
    const known = surnameShare(samples);
    return known >= 0.5 && names >= 0.95 ? Math.max(known, 0.7) : known;
  }
  if (field.key === 'village') return villageShare(samples);
  if (field.key === 'township') return fitIn(column, field) ?? 0;
  if (field.type === 'phone') return some.filter((text) => /^1[3-9]\d{9}$/.test(cleanPhone(text))).length / some.length;
  if (field.type === 'choice') return fitIn(column, field) ?? 0;
  // Many columns hold posts: the header has to point the same way.
  if (field.key === 'mentor' && header >= 0.3) return some.filter(holdsPost).length / Math.max(1, some.length);
  return 0;
}
