import type { DataRecord, Settings } from '../../records/types.ts';
import type { CheckedWorkbook } from '../../xlsx/recognise/check-workbook.ts';

/** What a received workbook says about the project it could become. */
export interface WorkbookFacts {
  readonly people: readonly DataRecord[];
  readonly rows: number;
  readonly leftOut: number;
  /** 乡镇<tab>村, one a line, in the order of the file. */
  readonly villages: string;
  readonly unit: string;
}

/** Gathers the people of all sheets, in order, with their villages. */
export function workbookFacts(checked: CheckedWorkbook): WorkbookFacts {
  const people = checked.sheets.flatMap((sheet) => sheet.records.map((r) => r.record));
  const pairs = new Set<string>();
  const townships = new Set<string>();
  for (const person of people) {
    const township = text(person['township']);
    const village = text(person['village']);
    if (township !== '') townships.add(township);
    if (village !== '') pairs.add(`${township}\t${village}`);
  }
  const [township] = townships;
  return {
    people,
    rows: people.length,
    leftOut: checked.sheets.reduce((n, sheet) => n + sheet.leftOut.length, 0),
    villages: [...pairs].join('\n'),
    unit: townships.size === 1 && township ? `${township}党委` : '',
  };
}

/** A project's JSON with these people, villages and settings. */
export function projectFrom(
  pack: string,
  settings: Settings,
  villages: readonly { readonly township: string; readonly name: string }[],
  people: readonly DataRecord[],
  newId: () => string,
) {
  return {
    pack,
    settings,
    records: {
      village: villages.map(({ township, name }, i) => ({ id: newId(), township, name, order: i + 1 })),
      person: [...people],
    },
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
