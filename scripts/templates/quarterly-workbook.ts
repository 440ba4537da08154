import { columnName } from '../../xlsx/splice/a1.ts';
import { QUARTERLY, quarterlyColumns } from './quarterly-review.ts';
import { quarterlySheet } from './quarterly-sheet.ts';
import { QUARTERLY_STYLES } from './quarterly-styles.ts';
import { oneSheetWorkbook } from './table-workbook.ts';

/** 季度评议, blank: people × quarters with a native three-colour scale. The same script gives the same bytes. */
export function quarterlyWorkbook(): Promise<Uint8Array> {
  const texts: string[] = [];
  const { pack, id: template, version, sheet, sampleRow, blankRows, headerRows } = QUARTERLY;
  return oneSheetWorkbook({
    identity: { pack, template, version, sheet, firstRow: sampleRow },
    sheet: quarterlySheet((text) => texts.push(text) - 1),
    texts,
    styles: QUARTERLY_STYLES,
    printed: `$A$1:$${columnName(quarterlyColumns.length)}$${sampleRow + blankRows - 1}`,
    repeated: `$${headerRows[0]}:$${headerRows[2]}`,
  });
}
