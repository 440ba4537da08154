import type { Pack } from '../../sheets-templates/schema.ts';
import type { DataRecord, Patch } from '../types.ts';

/** Where a row stands in what was mailed up. Rows are 1-based, those of the file as received. */
export interface Place {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  /** Which of several tables of the sheet; two that stand side by side share rows. */
  readonly part?: number;
}

/** A record that belongs to a source's person, as a form showed it: a training, a review. Normalised. */
export interface SourceChild {
  readonly entity: string;
  /** The sheet that it stands on, where that is another than the person's. */
  readonly sheet?: string;
  /** Its fields; `id` says nothing. */
  readonly record: DataRecord;
  readonly row: number;
  /** Where each field stands: `content` → `I11`. */
  readonly cells: Readonly<Record<string, string>>;
  /** The record's id in our own export, by the line it stood in; lines may have been moved since. */
  readonly knownId?: string;
}

/** One row of a received workbook, or one form, read and normalised. */
export interface SourceRow extends Place {
  readonly record: DataRecord;
  /** Fields that the sheet has a column for: a blank cell there says "blank", a missing column says nothing. */
  readonly stated: ReadonlySet<string>;
  /** The record's id in our own export, by the row it stood in; rows may have been sorted since. */
  readonly knownId?: string;
  /** Date of the file, `2017-11-30`. */
  readonly date?: string;
  /** The table stands on its side: `row` is the person's column, counted from 1. */
  readonly transposed?: boolean;
  /** What the form says beside the person's fields. */
  readonly children?: readonly SourceChild[];
  /** What the file's name says of somebody new where nothing else does: the village that a form has no place for. */
  readonly fallback?: Readonly<Record<string, string>>;
}

/**
 * What rows say that agree with each other: a value per field, `''` where a column is there and its cell blank.
 * Columns of the sender's own stand under `extra:HEADER`.
 */
export type Facts = ReadonlyMap<string, string>;

/** Rows of one person that agree in everything both say. */
export interface Variant {
  /** Places in the list of sources, the first is the one that the record is made of. */
  readonly rows: readonly number[];
  readonly facts: Facts;
  readonly record: DataRecord;
}

/** One value of a field in conflict, with the sources that say it. */
export interface Side {
  readonly value: string;
  readonly rows: readonly number[];
}

export interface FieldConflict {
  readonly field: string;
  readonly sides: readonly Side[];
}

/** One field that differs between the project and what was sent. `clears`: the sender's cell is blank. */
export interface FieldChange {
  readonly field: string;
  readonly from: string;
  readonly to: string;
  readonly clears: boolean;
}

/** Everything that was sent about one person. */
export interface Group {
  /** The same at every plan of the same sources; joining by a proposal keeps the first key. */
  readonly key: string;
  readonly rows: readonly number[];
  /** The project's records of this person; more than one when the project itself holds doubles. */
  readonly existing: readonly string[];
  readonly variants: readonly Variant[];
  /** Fields in which the variants differ; empty when there is one variant. */
  readonly conflicts: readonly FieldConflict[];
  /** `township village` of every village the person was sent from, when there are several. */
  readonly villages: readonly string[];
}

/** What forms say about one record that belongs to a person. */
export interface ChildVariant {
  /** Places in the list of sources. */
  readonly rows: readonly number[];
  readonly facts: Facts;
  readonly record: DataRecord;
  readonly knownId: string | undefined;
}

/** Everything that was sent about one record that belongs to a person. */
export interface ChildGroup {
  /** The same at every plan of the same sources. */
  readonly key: string;
  /** The person's group. */
  readonly group: string;
  readonly entity: string;
  /** The project's record that it stands for; `undefined` for something new. */
  readonly existing: string | undefined;
  readonly variants: readonly ChildVariant[];
  /** Fields in which the variants differ; empty when there is one variant. */
  readonly conflicts: readonly FieldConflict[];
}

/** Two groups that share name and phone, and nothing that would make them one. Families share phones. */
export interface Proposal {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly left: string;
  readonly right: string;
}

export interface VillageName {
  readonly township: string;
  readonly village: string;
}

export interface MergePlan {
  readonly pack: Pack;
  readonly entity: string;
  readonly sources: readonly SourceRow[];
  /** In the order of the sources; groups without a row (only proposed) are not among them. */
  readonly groups: readonly Group[];
  /** What belongs to the people, of forms. */
  readonly children: readonly ChildGroup[];
  readonly proposals: readonly Proposal[];
  /** Ids of the project's people that a returned village's files do not name. */
  readonly absent: readonly string[];
  /** Villages of the project's list that sent nothing. */
  readonly silent: readonly VillageName[];
}

/** The clerk's answer for a field in conflict: a side by its number, or a text of one's own. */
export type Choice = { readonly side: number } | { readonly text: string };

/** What was decided; everything left out stands as described. */
export interface Decisions {
  /** Per group (of a person, or of what belongs to one) and field. A conflict with a field left open keeps all its variants as records of their own. */
  readonly settle?: ReadonlyMap<string, ReadonlyMap<string, Choice>>;
  /** Groups that are not taken over at all. */
  readonly refuse?: ReadonlySet<string>;
  /** Fields that are not taken over, as `fieldKey(group, field)`. */
  readonly refuseFields?: ReadonlySet<string>;
  /** Blank cells that may clear what the project holds, as `fieldKey(group, field)`; by default none does. */
  readonly clear?: ReadonlySet<string>;
  /** Absent people that are moved out (已移出). */
  readonly remove?: ReadonlySet<string>;
  /** Date and reason written with a removal. */
  readonly removal?: { readonly date: string; readonly reason: string };
}

/** The name of one field of one group, for `Decisions`. */
export function fieldKey(group: string, field: string): string {
  return JSON.stringify([group, field]);
}

export type OutcomeKind = 'added' | 'changed' | 'unchanged';

/** Why a row stands for no record of the result. `of`: the row or record that speaks for the person. */
export type LeftOutKind = 'identical' | 'settled' | 'refused' | 'not-in-force';

/** What became of one source row; every source row has exactly one. */
export type Outcome =
  | { readonly kind: OutcomeKind; readonly record: string; readonly conflict: boolean }
  | { readonly kind: LeftOutKind; readonly record: string | null; readonly of: number | null };

export interface MergeResult {
  /** One undo step; empty when nothing changes. */
  readonly patch: Patch;
  /** By place in the sources. */
  readonly outcomes: readonly Outcome[];
  /** What became of the records that belong to people, by the key of their group. */
  readonly children: ReadonlyMap<string, OutcomeKind | 'refused'>;
  /** Groups (of people, and of what belongs to them) whose conflict is open: each variant stands as a record of its own. */
  readonly open: readonly string[];
}
