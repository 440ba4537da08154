import { escapeMarkup } from '../xml/escape.ts';

/** What of a sheet is printed: rows from 1, both ends included. */
export interface PrintNames {
  /** `A1:N23` */
  readonly area?: string;
  /** Rows repeated on every page. */
  readonly titles?: readonly [first: number, last: number];
}

/** The element `definedNames` of a workbook for what its sheets print, in their order; blank when none says anything. */
export function printNames(sheets: readonly (PrintNames & { readonly name: string })[]): string {
  const names = sheets.flatMap(({ name, area, titles }, n) => {
    const sheet = `'${escapeMarkup(name.replaceAll("'", "''"))}'!`;
    const defined = (kind: string, range: string): string =>
      `<definedName name="_xlnm.${kind}" localSheetId="${n}">${sheet}${range}</definedName>`;
    return [
      ...(area === undefined ? [] : [defined('Print_Area', area.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2'))]),
      ...(titles === undefined ? [] : [defined('Print_Titles', `$${titles[0]}:$${titles[1]}`)]),
    ];
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}
