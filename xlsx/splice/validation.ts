import { attributeEdit, contentEdit, type Edit } from '../xml/edit.ts';
import { escapeAttribute, escapeMarkup } from '../xml/escape.ts';
import { child, type XmlElement } from '../xml/tree.ts';
import { columnNumber, parseArea } from './a1.ts';
import { absoluteRange } from './formula.ts';
import type { Growth } from './growth.ts';
import type { SheetLayout } from './sheet-layout.ts';

/** A check that the spreadsheet program makes itself in one column. Never "stop": paper sometimes says otherwise. */
export interface ColumnValidation {
  readonly column: string;
  readonly rule:
    | { readonly kind: 'list'; readonly choices: readonly string[] }
    /** Characters, both bounds included. */
    | { readonly kind: 'length'; readonly min: number; readonly max: number }
    /** Right where the formula is TRUE; relative references are those of the first body row. At most 255 characters. */
    | { readonly kind: 'custom'; readonly formula: string };
  /** Asks before it goes on, or only says something. Never "stop": paper sometimes says otherwise. */
  readonly style: 'warning' | 'information';
  /**
   * Asked also when a cell is emptied. A formula is asked in any case: told to ignore blanks, Excel takes everything for
   * right as soon as another cell that the formula names is blank.
   */
  readonly required?: boolean;
  /** At most 32 and 255 characters; what is longer is cut by the program that opens the file. */
  readonly title: string;
  readonly message: string;
}

/** A conditional format: cells of the column are coloured where the formula is TRUE. References as in a validation. */
export interface ColumnMark {
  readonly column: string;
  readonly formula: string;
  readonly style: ColumnValidation['style'];
}

/** Choices that stand in a column of the hidden sheet. */
export interface ChoiceColumn {
  readonly name: string;
  readonly column: number;
  readonly choices: readonly string[];
}

/** Excel reads an inline list of at most 255 characters, parted by commas. */
export function fitsInline(choices: readonly string[]): boolean {
  const list = choices.join(',');
  return list.length <= 255 && choices.every((choice) => !/[,"\n]/.test(choice) && choice.trim() === choice);
}

/** Children of a worksheet that stand behind `dataValidations` (ECMA-376 CT_Worksheet). */
const BEHIND = new Set(
  'hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst AlternateContent'.split(
    ' ',
  ),
);

/** Columns that the template does not check itself; its own validation is the authority's word. */
export function uncheckedColumns(
  layout: SheetLayout,
  row: number,
  validations: readonly ColumnValidation[],
): ColumnValidation[] {
  const areas = (child(layout.root, 'dataValidations')?.children ?? []).flatMap((item) =>
    (item.attributes.get('sqref') ?? '').split(/\s+/).flatMap((text) => parseArea(text) ?? []),
  );
  return validations.filter(({ column }) => {
    const at = columnNumber(column);
    return !areas.some((area) => area.left <= at && area.right >= at && area.top <= row && area.bottom >= row);
  });
}

/** Adds the checks to what `edits` already does to the sheet; `lastRow` is the last row they reach. */
export function withValidations(
  layout: SheetLayout,
  g: Growth,
  lastRow: number,
  validations: readonly ColumnValidation[],
  hidden: { readonly sheet: string; readonly columns: ReadonlyMap<string, ChoiceColumn> },
  edits: readonly Edit[],
): Edit[] {
  if (validations.length === 0) return [...edits];
  const items = validations.map((v) => item(layout.prefix, g, lastRow, v, hidden)).join('');
  const name = `${layout.prefix}dataValidations`;
  const own = child(layout.root, 'dataValidations');
  if (own === undefined || edits.some((edit) => edit.start === own.start && edit.end === own.end)) {
    const text = `<${name} count="${validations.length}">${items}</${name}>`;
    return [...edits, { start: placeForRules(layout), end: placeForRules(layout), text }];
  }
  if (own.selfClosing) return [...edits, contentEdit(layout.source, own, items)];
  // The opening tag may already be rewritten because some of the template's own checks went.
  const rest = edits.filter((edit) => edit.start !== own.start);
  const already = edits.find((edit) => edit.start === own.start);
  const kept = /count="(\d+)"/.exec(already?.text ?? '')?.[1] ?? String(own.children.length);
  const count = String(Number(kept) + validations.length);
  return [
    ...rest,
    attributeEdit(layout.source, own, { count }),
    { start: own.closeStart, end: own.closeStart, text: items },
  ];
}

/** Where validations go in a sheet that has none. */
export function placeForRules(layout: SheetLayout): number {
  const next: XmlElement | undefined = layout.root.children.find((element) => BEHIND.has(element.local));
  return next?.start ?? layout.root.closeStart;
}

function item(
  p: string,
  g: Growth,
  lastRow: number,
  validation: ColumnValidation,
  hidden: { readonly sheet: string; readonly columns: ReadonlyMap<string, ChoiceColumn> },
): string {
  const { column, rule } = validation;
  const blank = validation.required === true || rule.kind === 'custom' ? 0 : 1;
  const words = ` errorStyle="${validation.style}" allowBlank="${blank}" showErrorMessage="1" errorTitle="${escapeAttribute(validation.title)}" error="${escapeAttribute(validation.message)}"`;
  const sqref = ` sqref="${column}${g.first}:${column}${lastRow}"`;
  const formula = (n: number, text: string): string => `<${p}formula${n}>${escapeMarkup(text)}</${p}formula${n}>`;
  if (rule.kind === 'length') {
    return `<${p}dataValidation type="textLength" operator="between"${words}${sqref}>${formula(1, String(rule.min))}${formula(2, String(rule.max))}</${p}dataValidation>`;
  }
  if (rule.kind === 'custom')
    return `<${p}dataValidation type="custom"${words}${sqref}>${formula(1, rule.formula)}</${p}dataValidation>`;
  const range = hidden.columns.get(column);
  const source =
    range === undefined
      ? `"${rule.choices.join(',')}"`
      : absoluteRange(hidden.sheet, range.column, 1, range.choices.length);
  return `<${p}dataValidation type="list"${words}${sqref}>${formula(1, source)}</${p}dataValidation>`;
}
