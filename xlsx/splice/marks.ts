import type { Edit } from '../xml/edit.ts';
import { escapeMarkup } from '../xml/escape.ts';
import { child, childrenOf, type XmlElement } from '../xml/tree.ts';
import type { Growth } from './growth.ts';
import type { SheetLayout } from './sheet-layout.ts';
import { type ColumnMark, placeForRules } from './validation.ts';

/** The fills by which our templates mark what is wrong and what is doubtful; found by colour in any workbook's styles. */
export const MARK_FILLS: Readonly<Record<ColumnMark['style'], string>> = {
  warning: 'FFFFC7CE',
  information: 'FFFFEB9C',
};

/**
 * Conditional formats that colour wrong cells, pasted ones too. They need a differential style of the workbook; one
 * that has none is left without, since its styles are not changed.
 */
export function markEdits(
  layout: SheetLayout,
  g: Growth,
  lastRow: number,
  marks: readonly ColumnMark[],
  styles: XmlElement | undefined,
): Edit[] {
  const p = layout.prefix;
  let priority = Math.max(0, ...[...layout.source.matchAll(/\spriority="(\d+)"/g)].map((match) => Number(match[1])));
  const texts = marks.flatMap(({ column, formula, style }) => {
    const format = formatOf(styles, MARK_FILLS[style]);
    if (format === undefined) return [];
    priority++;
    return `<${p}conditionalFormatting sqref="${column}${g.first}:${column}${lastRow}"><${p}cfRule type="expression" dxfId="${format}" priority="${priority}"><${p}formula>${escapeMarkup(formula)}</${p}formula></${p}cfRule></${p}conditionalFormatting>`;
  });
  if (texts.length === 0) return [];
  const at = child(layout.root, 'dataValidations')?.start ?? placeForRules(layout);
  return [{ start: at, end: at, text: texts.join('') }];
}

/** The differential style with this fill. */
function formatOf(styles: XmlElement | undefined, colour: string): number | undefined {
  const formats = styles === undefined ? [] : childrenOf(child(styles, 'dxfs'), 'dxf');
  const at = formats.findIndex((format) => {
    const pattern = child(child(format, 'fill') ?? format, 'patternFill');
    return pattern !== undefined && child(pattern, 'bgColor')?.attributes.get('rgb') === colour;
  });
  return at < 0 ? undefined : at;
}
