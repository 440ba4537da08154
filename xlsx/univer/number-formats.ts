import { child, childrenOf, type XmlElement } from '../xml/tree.ts';

/** Patterns of the built-in formats (ECMA-376 18.8.30) that Univer can show. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [31, 'yyyy"年"m"月"d"日"'],
  [37, '#,##0;-#,##0'],
  [38, '#,##0;[Red]-#,##0'],
  [39, '#,##0.00;-#,##0.00'],
  [40, '#,##0.00;[Red]-#,##0.00'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
  [49, '@'],
  [57, 'yyyy"年"m"月"'],
]);

/** Number format patterns by id; General has none. */
export function numberFormats(styles: XmlElement | undefined): (id: number) => string | undefined {
  const own = new Map(
    childrenOf(child(styles, 'numFmts'), 'numFmt').map((format) => [
      Number(format.attributes.get('numFmtId')),
      format.attributes.get('formatCode') ?? '',
    ]),
  );
  return (id) => {
    const pattern = own.get(id) ?? BUILT_IN.get(id);
    return pattern === undefined || pattern === '' || pattern === 'General' ? undefined : pattern;
  };
}
