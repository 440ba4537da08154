import type { DataRecord } from '../../records/types.ts';
import { textOf } from '../../records/value.ts';
import type { FormSection } from '../../sheets-templates/form-binding.ts';
import type { Pack } from '../../sheets-templates/schema.ts';
import { quarterWord } from './locale/quarters.zh-CN.ts';
import { fitsSection, sectionsOf } from './section-records.ts';

/** What a record that belongs to a person is called: `参加培训情况 2017.03`, `村（社区）评定意见 第一季度`. */
export function childTitle(pack: Pack, entity: string, record: DataRecord): string {
  const section = sectionOf(pack, entity, record);
  const quarter = quarterWord(textOf(record.quarter));
  const [first] = section !== undefined && 'columns' in section ? section.columns : [];
  const dated = section !== undefined && section.yearBy !== 'year' ? section.yearBy : first?.field;
  const telling = dated === undefined ? '' : textOf(record[dated]).split('\n')[0];
  const label = section?.label.text ?? pack.entities.find(({ key }) => key === entity)?.label ?? entity;
  return [label, quarter, telling].filter((text) => text !== '').join(' ');
}

/** What one of its fields is called, as the form calls it. */
export function childFieldLabel(pack: Pack, entity: string, field: string): string {
  const columns = sectionsOf(pack, entity).flatMap((section) => ('columns' in section ? section.columns : []));
  const fields = pack.entities.find(({ key }) => key === entity)?.fields ?? [];
  return columns.find((c) => c.field === field)?.text ?? fields.find(({ key }) => key === field)?.label ?? field;
}

function sectionOf(pack: Pack, entity: string, record: DataRecord): FormSection | undefined {
  return sectionsOf(pack, entity).find((section) => fitsSection(section, record));
}
