import type { Photo } from '../../records/photo/picture-type.ts';
import type { DataRecord } from '../../records/types.ts';
import { textOf } from '../../records/value.ts';
import { firstCell } from '../../sheets-templates/form-area.ts';
import type { FormBinding, FormSection } from '../../sheets-templates/form-binding.ts';
import type { LineRecord } from './identity.ts';
import { quarterNumber } from './locale/quarters.zh-CN.ts';
import { filePattern, sheetPattern } from './names.ts';
import { standsIn } from './section-records.ts';

/** What goes into one person's form, as texts. */
export interface FormData {
  readonly id: string;
  /** The sheet's name as wished for; made unique and fit for Excel when the workbook is written. */
  readonly sheetName: string;
  /** The file's name as wished for, when each person gets one. */
  readonly fileName: string;
  /** By the template's cell (`B3`): fields and texts of the settings. */
  readonly texts: Readonly<Record<string, string>>;
  /** By section: its lines, each with its columns' values. Quarters are four lines, or one line of four. */
  readonly sections: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** `missing`: the record names one that is not to be found, which the export says. */
  readonly photo?: Photo | 'missing';
  /** Which records stand in the lines, so that a returned form finds them again. */
  readonly records?: readonly LineRecord[];
}

/** A record that the form has no place for. */
export interface LeftOut {
  readonly code: 'quarter.unknown';
  readonly entity: string;
  readonly id: string;
  readonly value: string;
}

export interface FormSource {
  readonly person: DataRecord;
  /** The records that belong to the person, by entity, in the store's order. */
  readonly children: Readonly<Record<string, readonly DataRecord[]>>;
  /** The form's year; records that say none are of this year. */
  readonly year: number;
  /** For texts such as `{county}`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly photo?: Photo | 'missing';
  /** How a field is shown, for derived values and masks; its stored text without. */
  readonly text?: (entity: string, record: DataRecord, field: string) => string;
}

/** A person's records as the form of one year shows them, and what it has no place for. */
export function formData(
  binding: FormBinding,
  source: FormSource,
): { readonly data: FormData; readonly leftOut: readonly LeftOut[] } {
  const show = source.text ?? ((_entity: string, record: DataRecord, field: string) => textOf(record[field]));
  const leftOut: LeftOut[] = [];
  const { person, settings = {} } = source;
  const texts: Record<string, string> = {};
  for (const { area, text } of binding.texts) texts[firstCell(area)] = filled(text, (key) => settings[key]);
  for (const { area, field } of binding.fields) texts[firstCell(area)] = show(binding.entity, person, field);
  const sections: Record<string, readonly (readonly string[])[]> = {};
  const placed: LineRecord[] = [];
  for (const section of binding.sections) {
    const records = (source.children[section.entity] ?? []).filter((record) => standsIn(section, record, source.year));
    sections[section.key] = sectionLines(section, records, show, leftOut);
    placed.push(...lineRecords(section, records, show));
  }
  const value = (key: string): string => show(binding.entity, person, key);
  const data: FormData = {
    id: person.id,
    sheetName: sheetPattern(binding.sheetName, value),
    fileName: filePattern(binding.fileName, value),
    texts,
    sections,
    records: placed,
    ...(source.photo === undefined ? {} : { photo: source.photo }),
  };
  return { data, leftOut };
}

function filled(pattern: string, value: (key: string) => unknown): string {
  return pattern.replace(/\{([A-Za-z][A-Za-z0-9]*)\}/g, (_, key: string) => {
    const found = value(key);
    return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
  });
}

type Show = NonNullable<FormSource['text']>;

function sectionLines(
  section: FormSection,
  records: readonly DataRecord[],
  show: Show,
  leftOut: LeftOut[],
): readonly (readonly string[])[] {
  const { entity } = section;
  switch (section.kind) {
    case 'lines':
      return records
        .map((record) => section.columns.map(({ field }) => show(entity, record, field)))
        .filter((line) => line.some((text) => text !== ''));
    case 'quarterLines': {
      const quarters = byQuarter(entity, records, leftOut);
      return quarters.map((list) =>
        section.columns.map(({ field }) => stacked(list.map((record) => show(entity, record, field)))),
      );
    }
    case 'quarterCells': {
      const quarters = byQuarter(entity, records, leftOut);
      return [quarters.map((list) => together(list.map((record) => show(entity, record, section.field))))];
    }
    case 'value':
      return [[together(records.map((record) => show(entity, record, section.field)))]];
  }
}

/** Where each record stands; of several that share a cell nobody can tell which is which later. */
function lineRecords(section: FormSection, records: readonly DataRecord[], show: Show): LineRecord[] {
  const { key, entity } = section;
  switch (section.kind) {
    case 'lines':
      return records
        .filter((record) => section.columns.some(({ field }) => show(entity, record, field) !== ''))
        .map(({ id }, line) => ({ section: key, line, nth: 0, id }));
    case 'quarterLines':
      return byQuarter(entity, records, []).flatMap((list, line) =>
        list.map(({ id }, nth) => ({ section: key, line, nth, id })),
      );
    case 'quarterCells':
      return byQuarter(entity, records, []).flatMap((list, line) => onlyOne(key, line, list));
    case 'value':
      return onlyOne(key, 0, records);
  }
}

function onlyOne(section: string, line: number, [record, ...others]: readonly DataRecord[]): LineRecord[] {
  return record === undefined || others.length > 0 ? [] : [{ section, line, nth: 0, id: record.id }];
}

/** The records of each of the four quarters; others are left out and named. */
function byQuarter(entity: string, records: readonly DataRecord[], leftOut: LeftOut[]): DataRecord[][] {
  const quarters: DataRecord[][] = [[], [], [], []];
  for (const record of records) {
    const text = textOf(record.quarter);
    const list = quarters[(quarterNumber(text) ?? 0) - 1];
    if (list === undefined) leftOut.push({ code: 'quarter.unknown', entity, id: record.id, value: text });
    else list.push(record);
  }
  return quarters;
}

/** One below the other; blanks keep their line, so that the columns of a line stay together. */
function stacked(texts: readonly string[]): string {
  return texts.every((text) => text === '') ? '' : texts.join('\n');
}

function together(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n');
}
