import type { RecordStore } from '../../records/store.contract.ts';
import type { Entity, Field, TableBinding } from '../../sheets-templates/schema.ts';
import type { CellValue } from '../splice/body-rows.ts';
import { type Mask, masked } from './mask.ts';

type Reader = (id: string, index: number) => CellValue;

/** How each bound column gets its value from a record: numbers as numbers, everything else as text. */
export function columnReaders(
  store: RecordStore,
  entity: Entity,
  binding: TableBinding,
  mask: Mask,
  omitted: ReadonlySet<string>,
): Reader[] {
  const fields = new Map(entity.fields.map((field) => [field.key, field]));
  return binding.columns.map(({ field: key }): Reader => {
    const field = fields.get(key);
    if (omitted.has(key)) return () => '';
    if (field?.type === 'sequence') return (_, index) => index + 1;
    const text = (id: string): string => store.text(entity.key, id, key);
    if (field?.privacy === 'sensitive' && mask !== 'none') return (id) => masked(text(id), mask);
    return isNumeric(field) ? (id) => numberOrText(text(id)) : text;
  });
}

function isNumeric(field: Field | undefined): boolean {
  return field?.type === 'integer' || field?.type === 'number';
}

/** A number in plain digits becomes a number cell; what a clerk typed otherwise (`三十`, `027`) stays as it is. */
export function numberOrText(text: string): CellValue {
  return /^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,10})?$/.test(text) && String(Number(text)) === text ? Number(text) : text;
}
