import { columnName, formatArea, MAX_COLUMN, MAX_ROW, parseArea } from './a1.ts';
import { type Growth, movedReference } from './growth.ts';

/** Strings, references with or without a sheet, other words, numbers; what is none of them is an operator. */
const TOKEN =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[\p{L}\p{N}_.[\]]+)!)?(\$?[A-Za-z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Za-z]{1,3}\$?[0-9]{1,7})?(?![\p{L}\p{N}_.(!])|\$?[0-9]{1,7}:\$?[0-9]{1,7}(?![\p{L}\p{N}_.(!]))|'(?:[^']|'')+'!|[\p{L}_\\][\p{L}\p{N}_.\\?]*!?|[0-9.]+(?:[eE][+-]?[0-9]+)?/gu;

/** A formula with its references to rows mapped; columns alone (`B:B`) and texts are left as they are. */
function mapReferences(formula: string, map: (sheet: string | undefined, reference: string) => string): string {
  return formula.replace(TOKEN, (token: string, prefix: string | undefined, reference: string | undefined) => {
    if (reference === undefined) return token;
    const sheet = prefix?.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'");
    return (prefix ?? '') + map(sheet, reference);
  });
}

/** A formula after the growth of `sheet`. `home`: it stands on that sheet, so references without a sheet are to it. */
export function movedFormula(formula: string, g: Growth, sheet: string, home: boolean): string {
  return mapReferences(formula, (name, reference) => {
    const here = name === undefined ? home : name.toLowerCase() === sheet.toLowerCase();
    const area = here ? parseArea(reference) : undefined;
    if (area === undefined || area.bottom < g.first) return reference;
    const after = movedReference(g, area);
    if (after === undefined) return '#REF!';
    if (after.top === area.top && after.bottom === area.bottom) return reference;
    return withRows(reference, after.top, after.bottom);
  });
}

/** A formula as it reads when its cell is copied `rows` rows down: relative rows move, `$` rows stay. */
export function copiedFormula(formula: string, rows: number): string {
  return mapReferences(formula, (_, reference) =>
    reference.replace(/(\$?)([0-9]{1,7})(?=:|$)/g, (all, fixed: string, digits: string) =>
      fixed === '$' ? all : String(Number(digits) + rows),
    ),
  );
}

/** The reference with other rows, its `$` signs and letters kept. */
function withRows(reference: string, top: number, bottom: number): string {
  const rows = [top, bottom];
  let at = 0;
  return reference.replace(/[0-9]{1,7}(?=:|$)/g, () => String(rows[at++] ?? bottom));
}

/** A range as a formula of another sheet names it. */
export function absoluteRange(sheet: string, column: number, top: number, bottom: number): string {
  const name = columnName(column);
  return `${sheetPrefix(sheet)}$${name}$${top}:$${name}$${bottom}`;
}

/** `名册!`, quoted where the name asks for it. */
export function sheetPrefix(sheet: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(sheet) && parseArea(sheet) === undefined
    ? `${sheet}!`
    : `'${sheet.replaceAll("'", "''")}'!`;
}

/** A list of areas (`sqref`) after the growth; undefined when nothing of it is left. */
export function movedList(
  list: string,
  move: (area: NonNullable<ReturnType<typeof parseArea>>) => ReturnType<typeof parseArea>,
): string | undefined {
  const areas = list
    .trim()
    .split(/\s+/)
    .map((text) => {
      const area = parseArea(text);
      // A whole column or row reads the same afterwards, or is rewritten by its rows.
      if (area === undefined) return text;
      if (area.top === 1 && area.bottom === MAX_ROW) return text;
      const after = move(area);
      if (after === undefined) return undefined;
      return area.left === 1 && area.right === MAX_COLUMN && /^[0-9$:]+$/.test(text)
        ? `${after.top}:${after.bottom}`
        : formatArea(after);
    })
    .filter((text) => text !== undefined);
  return areas.length === 0 ? undefined : areas.join(' ');
}
