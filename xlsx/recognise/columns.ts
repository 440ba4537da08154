import { cleanPhone } from '../../formulas/phone.ts';
import type { SheetRow } from '../read/types.ts';
import { columnsAside } from './columns-aside.ts';
import { holdsPost, looksLikeName, squeezed, surnameShare } from './content.ts';
import { groupFields, namesParts, parentsOf } from './groups.ts';
import type { ColumnHeader } from './header.ts';
import { headerText } from './header-text.ts';
import { meaningOf, ofSomebodyElse } from './meaning.ts';
import {
  CONFIRMED,
  contradicted,
  fitIn,
  judged,
  type Observed,
  observe,
  repeats,
  villageShare,
} from './observed-column.ts';
import { type FieldNames, SURE } from './similarity.ts';
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

/** A header that has something in common with a field's name, no more. */
const RESEMBLES = 0.7;

/** How sure a column is at most that only its cells speak for. */
const BY_CELLS = 0.5;
/** One whose header is plain and whose cells disagree. */
const BY_NAME = 0.55;

interface Candidate {
  readonly column: Observed;
  readonly target: FieldNames;
  readonly score: number;
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
  const aside = columnsAside(observed);
  const rank = ({ column, score }: Candidate): number => (aside.has(column) ? score - 1 : score);
  candidates.sort((a, b) => rank(b) - rank(a));
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

/**
 * May two columns hold one field? Only where its official label names several things (姓名及职务), under one group or
 * under two headers of their own.
 */
function belongTogether(first: Observed, second: Observed, target: FieldNames): boolean {
  if (target.field.type !== 'text' && target.field.type !== 'longText') return false;
  if (first.group !== undefined || second.group !== undefined) {
    return first.group === second.group && first.header.levels[0] === second.header.levels[0];
  }
  const [label, other] = [first, second].map(({ header }) => header.levels.at(-1) ?? '');
  // What is taken only where there is none better adds nothing to it.
  if (meaningOf(target.field.key, headerText(other ?? '').core) === 'second') return false;
  return namesParts(target) && label !== other;
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
      const use = uses.get(column);
      // What only resembles another field's name may be overruled by words of a list.
      if (use !== undefined && (use.score >= RESEMBLES || !hasOwnWords(target))) continue;
      if (column.group !== undefined || column.samples.length === 0) continue;
      const [own = ''] = column.header.levels.slice(-1);
      // A heading over many columns (政治与学历) says whose they are at most.
      if (meaningOf(target.field.key, headerText(own).core) === 'never') continue;
      if (parentsOf(column.header).some((parent) => ofSomebodyElse(headerText(parent).core))) continue;
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
      const share = distinctiveShare(target, column, ids?.cells ?? []);
      // Words of a list that nothing else is called by say more than a header that is not plain.
      const told = share >= 0.7 && other < NAMED && hasOwnWords(target);
      if (!told && other >= 0.35 && other > (column.scores.get(target.field.key) ?? 0)) continue;
      if (share >= 0.7 && share > score) {
        best = column;
        score = share;
      }
    }
    if (best === undefined) continue;
    taken.delete(uses.get(best)?.field ?? '');
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

/** Are a field's values words of a list of its own? 男 and 女 stand for other people's gender as well. */
function hasOwnWords({ field }: FieldNames): boolean {
  return field.type === 'choice' && (field.choices ?? []).every((choice) => choice.length > 1);
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
