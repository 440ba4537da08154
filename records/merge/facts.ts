import type { Entity } from '../../sheets-templates/schema.ts';
import type { DataRecord } from '../types.ts';
import { isJsonObject, textOf } from '../value.ts';
import type { Facts, SourceRow } from './types.ts';

const EXTRA = 'extra:';
/** Set by the program, never by a sender's column. */
const OURS = new Set(['status', 'statusDate', 'statusReason']);

/** The fields that are compared: all but numbering and what the program keeps itself. */
export function comparedFields(entity: Entity): readonly string[] {
  return entity.fields.filter(({ key, type }) => type !== 'sequence' && !OURS.has(key)).map(({ key }) => key);
}

/** Fields that are computed while they are blank: a blank there says nothing. */
export function computedFields(entity: Entity): ReadonlySet<string> {
  return new Set(entity.fields.filter(({ derive }) => derive?.mode === 'computed').map(({ key }) => key));
}

/** What a source row says. */
export function factsOf(row: SourceRow, fields: readonly string[], computed: ReadonlySet<string>): Facts {
  const facts = new Map<string, string>();
  for (const key of fields) {
    const text = own(row.record, key);
    if (text !== '' || (row.stated.has(key) && !computed.has(key))) facts.set(key, text);
  }
  for (const [header, text] of extras(row.record)) facts.set(EXTRA + header, text);
  return facts;
}

/** A stored record's text for a key of facts. */
export function stored(record: DataRecord, key: string): string {
  if (!key.startsWith(EXTRA)) return own(record, key);
  const header = key.slice(EXTRA.length);
  return extras(record).find(([name]) => name === header)?.[1] ?? '';
}

/** The sender's own header behind `extra:HEADER`; `undefined` for a field. */
export function extraHeader(key: string): string | undefined {
  return key.startsWith(EXTRA) ? key.slice(EXTRA.length) : undefined;
}

/** Do two say the same wherever both say something? */
export function agree(left: Facts, right: Facts): boolean {
  const [few, many] = left.size <= right.size ? [left, right] : [right, left];
  for (const [key, text] of few) if (text !== (many.get(key) ?? text)) return false;
  return true;
}

function own(record: DataRecord, key: string): string {
  return Object.hasOwn(record, key) ? textOf(record[key]) : '';
}

function extras(record: DataRecord): [string, string][] {
  const extra = Object.hasOwn(record, 'extra') ? record.extra : undefined;
  if (!isJsonObject(extra)) return [];
  return Object.entries(extra).flatMap(([name, value]): [string, string][] => {
    const text = textOf(value);
    return text === '' ? [] : [[name, text]];
  });
}
