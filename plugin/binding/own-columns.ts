import type { DataRecord, Json } from '../../records/types.ts';
import { isJsonObject, textOf } from '../../records/value.ts';

/** The key of a record under which the clerk's own columns stand: header → text. */
export const EXTRA = 'extra';

/** A column right of the table that a clerk gave a header. */
export interface OwnColumn {
  readonly column: number;
  readonly header: string;
}

/** What stands in a row's own columns, by header; blank ones too. */
export type OwnTexts = Readonly<Record<string, string>>;

/** The own columns by the texts of the header row right of the table; of two equal headers the first one counts. */
export function ownColumns(headers: readonly (readonly [column: number, text: string])[]): OwnColumn[] {
  const seen = new Set<string>();
  return headers.flatMap(([column, text]) => {
    const header = text.trim();
    if (header === '' || seen.has(header)) return [];
    seen.add(header);
    return [{ column, header }];
  });
}

/** A record's text in an own column. */
export function ownText(record: DataRecord | undefined, header: string): string {
  const extra = record?.[EXTRA];
  return isJsonObject(extra) && Object.hasOwn(extra, header) ? textOf(extra[header]) : '';
}

/** All headers that records have texts for, in the order in which they are first met. */
export function headersOf(records: Iterable<DataRecord | undefined>): string[] {
  const headers = new Set<string>();
  for (const record of records) {
    const extra = record?.[EXTRA];
    if (isJsonObject(extra)) for (const header of Object.keys(extra)) headers.add(header);
  }
  return [...headers];
}

/**
 * What `extra` becomes when a row shows these texts; `undefined` when it stays.
 * @param known Headers that the sheet has or had; what stands under others is kept.
 */
export function extraAfter(current: Json | undefined, texts: OwnTexts, known: ReadonlySet<string>): Json | undefined {
  const before = isJsonObject(current) ? current : {};
  const after: Record<string, Json> = {};
  for (const [header, value] of Object.entries(before)) if (!known.has(header)) after[header] = value;
  for (const [header, text] of Object.entries(texts)) if (text !== '') after[header] = text;
  const same =
    Object.keys(after).length === Object.keys(before).length &&
    Object.entries(after).every(([header, value]) => Object.hasOwn(before, header) && before[header] === value);
  if (same) return undefined;
  return Object.keys(after).length === 0 ? null : after;
}

/**
 * Whose texts the own columns of a row show, when another known record came to it: what is left over from the record
 * that stood here goes with that one, and the one that came brings its own; anything else was written now.
 */
export function ownOfComer(texts: OwnTexts, former: DataRecord | undefined, comer: DataRecord): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([header, text]) => [
      header,
      text === '' || text === ownText(former, header) ? ownText(comer, header) : text,
    ]),
  );
}

/** What stays in a row's own column when its record left: nothing that the record took along. */
export function leftOver(texts: OwnTexts, header: string, former: DataRecord | undefined): string {
  const text = texts[header] ?? '';
  return text === ownText(former, header) ? '' : text;
}
