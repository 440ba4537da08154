import type { SourceChild, SourceRow } from '../../records/merge/types.ts';
import { textOf } from '../../records/value.ts';
import type { CheckedRecord, CheckedSheet, CheckedWorkbook } from './check-workbook.ts';
import { placeOfName } from './place-of-name.ts';

export interface SourceFile {
  /** The name that the file goes by. */
  readonly file: string;
  /** Where it lay, if that says more: folders are often called like villages. */
  readonly path?: string;
  /** When it was last written, `2017-11-30`. */
  readonly date?: string;
}

/** A checked workbook's people as merging takes them, those of forms with what belongs to them. */
export function sourceRows(from: SourceFile, checked: CheckedWorkbook): SourceRow[] {
  return checked.sheets.flatMap((sheet) => sheetRows(from, sheet));
}

function sheetRows({ file, path = file, date }: SourceFile, sheet: CheckedSheet): SourceRow[] {
  const columns = new Set(sheet.columns.flatMap(({ field }) => field ?? []));
  return sheet.records.map((checked): SourceRow => {
    const { row, record, knownId, stated, children } = checked;
    return {
      file,
      sheet: sheet.sheet,
      row,
      record,
      ...(sheet.transposed === true ? { transposed: true } : {}),
      ...(sheet.part === undefined ? {} : { part: sheet.part }),
      stated: stated === undefined ? columns : new Set(stated),
      ...(knownId === undefined ? {} : { knownId }),
      ...(date === undefined ? {} : { date }),
      ...(children === undefined
        ? {}
        : { children: children.map(sourceChild), fallback: fallback(path, sheet, checked) }),
    };
  });
}

function sourceChild({
  entity,
  record,
  row,
  cells,
  knownId,
}: NonNullable<CheckedRecord['children']>[number]): SourceChild {
  return { entity, record, row, cells, ...(knownId === undefined ? {} : { knownId }) };
}

/** What a form has no place for but says all the same: by its file's name, and a mentor by those who mentored. */
function fallback(path: string, sheet: CheckedSheet, { children = [] }: CheckedRecord): Record<string, string> {
  const place = placeOfName(sheet.sheet, path);
  const mentors = new Set(children.map(({ record }) => textOf(record.mentor)).filter((name) => name !== ''));
  const [mentor = ''] = mentors.size === 1 ? mentors : [];
  const said = Object.entries({ ...place, mentor }).filter(([, text]) => text !== '' && !text.includes('\n'));
  return Object.fromEntries(said);
}
