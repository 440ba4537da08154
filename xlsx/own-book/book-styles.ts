import type { IBorderData, IStyleData, Nullable } from '@univerjs/core';
import { escapeAttribute } from '../xml/escape.ts';

/** Names of lines by Univer's numbers. */
const LINES =
  'none thin hair dotted dashed dashDot dashDotDot double medium mediumDashed mediumDashDot mediumDashDotDot slantDashDot thick'.split(
    ' ',
  );
const HORIZONTAL = ['', 'left', 'center', 'right', 'justify', 'justify', 'distributed'];
const VERTICAL = ['', 'top', 'center', 'bottom'];
const SIDES: readonly (readonly [string, keyof IBorderData])[] = [
  ['left', 'l'],
  ['right', 'r'],
  ['top', 't'],
  ['bottom', 'b'],
];
/** Numbers of formats of one's own begin here (ECMA-376 18.8.30). */
const FIRST_FORMAT = 164;

/** Gathers the looks that a workbook uses, and writes its style part. Index 0 is the workbook's standard look. */
export class BookStyles {
  private readonly fonts = new Pool();
  private readonly fills = new Pool();
  private readonly borders = new Pool();
  private readonly formats = new Pool();
  private readonly looks = new Pool();

  constructor(standard: IStyleData) {
    this.fills.index('<fill><patternFill patternType="none"/></fill>');
    this.fills.index('<fill><patternFill patternType="gray125"/></fill>');
    this.index(standard);
  }

  /** The number by which cells name this look. */
  index(style: IStyleData): number {
    const font = this.fonts.index(fontOf(style));
    const color = argb(style.bg?.rgb);
    const fill = color
      ? this.fills.index(
          `<fill><patternFill patternType="solid"><fgColor rgb="${color}"/><bgColor indexed="64"/></patternFill></fill>`,
        )
      : 0;
    const border = this.borders.index(borderOf(style));
    const format = this.format(style.n?.pattern ?? 'General');
    const apply = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
    return this.looks.index(
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" ${apply}>${alignmentOf(style)}</xf>`,
    );
  }

  /** The part `xl/styles.xml`. */
  xml(): string {
    const formats = this.formats.all.map(
      (code, n) => `<numFmt numFmtId="${FIRST_FORMAT + n}" formatCode="${escapeAttribute(code)}"/>`,
    );
    const list = (name: string, items: readonly string[]): string =>
      items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
    return [
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      list('numFmts', formats),
      list('fonts', this.fonts.all),
      list('fills', this.fills.all),
      list('borders', this.borders.all),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list('cellXfs', this.looks.all),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    ].join('');
  }

  private format(pattern: string): number {
    if (pattern === 'General') return 0;
    if (pattern === '@' || pattern === '@@@') return 49;
    return FIRST_FORMAT + this.formats.index(pattern);
  }
}

/** Each text once, by its number. */
class Pool {
  readonly all: string[] = [];
  private readonly known = new Map<string, number>();

  index(text: string): number {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    this.known.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}

/** `#RRGGBB` or `rgb(r, g, b)` as `FFRRGGBB`; undefined for what is neither. */
export function argb(color: Nullable<string>): string | undefined {
  const hex = /^#?([0-9a-f]{6})$/i.exec(color || '')?.[1];
  if (hex) return `FF${hex.toUpperCase()}`;
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/.exec(color || '')?.slice(1);
  const two = (part: string): string => Math.min(255, Number(part)).toString(16).padStart(2, '0');
  return parts ? `FF${parts.map(two).join('').toUpperCase()}` : undefined;
}

function fontOf({ ff, fs, bl, it, ul, st, cl }: IStyleData): string {
  const color = argb(cl?.rgb);
  return [
    '<font>',
    bl ? '<b/>' : '',
    it ? '<i/>' : '',
    st?.s ? '<strike/>' : '',
    ul?.s ? '<u/>' : '',
    `<sz val="${fs ?? 11}"/>`,
    color ? `<color rgb="${color}"/>` : '',
    `<name val="${escapeAttribute(ff ?? '宋体')}"/>`,
    '</font>',
  ].join('');
}

function borderOf({ bd }: IStyleData): string {
  const sides = SIDES.map(([name, key]) => {
    const side = bd?.[key];
    const line = side ? LINES[side.s] : undefined;
    if (!side || !line || line === 'none') return `<${name}/>`;
    return `<${name} style="${line}"><color rgb="${argb(side.cl?.rgb) ?? 'FF000000'}"/></${name}>`;
  });
  return `<border>${sides.join('')}<diagonal/></border>`;
}

function alignmentOf({ ht, vt, tb, tr }: IStyleData): string {
  const horizontal = HORIZONTAL[ht ?? 0];
  const vertical = VERTICAL[vt ?? 0];
  const turn = tr?.v ? 255 : (tr?.a ?? 0) <= 0 ? -(tr?.a ?? 0) : 90 + (tr?.a ?? 0);
  return [
    '<alignment',
    horizontal ? ` horizontal="${horizontal}"` : '',
    vertical ? ` vertical="${vertical}"` : '',
    turn === 0 ? '' : ` textRotation="${turn}"`,
    tb === 3 ? ' wrapText="1"' : '',
    '/>',
  ].join('');
}
