import type { XmlElement } from '../xml/tree.ts';
import { child } from '../xml/tree.ts';

/** Theme colours by the numbers that styles use (ECMA-376 18.8.3): light before dark, unlike in the theme's own list. */
const THEME_ORDER = 'lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink'.split(' ');
const OFFICE_THEME = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

/** The palette of indexed colours (18.8.27); 0–7 are repeated by 8–15. */
const PALETTE = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** The theme's colours in the order of `theme="n"`; the standard ones where there is no theme. */
export function themeColors(theme: XmlElement | undefined): string[] {
  const scheme = child(child(theme, 'themeElements'), 'clrScheme');
  return THEME_ORDER.map((name, i) => {
    const color = child(scheme, name)?.children[0];
    return color?.attributes.get('lastClr') ?? color?.attributes.get('val') ?? OFFICE_THEME[i] ?? '000000';
  });
}

/** A colour element (`rgb`, `theme` with `tint`, `indexed`) as `#RRGGBB`; undefined for automatic. */
export function colorOf(element: XmlElement | undefined, theme: readonly string[]): string | undefined {
  const attribute = (name: string): string | undefined => element?.attributes.get(name);
  const rgb = attribute('rgb') ?? theme[Number(attribute('theme') ?? Number.NaN)] ?? indexed(attribute('indexed'));
  if (rgb === undefined || !/^[0-9A-Fa-f]{6,8}$/.test(rgb)) return undefined;
  return `#${tinted(rgb.slice(-6), Number(attribute('tint') ?? 0)).toUpperCase()}`;
}

function indexed(text: string | undefined): string | undefined {
  const index = Number(text ?? Number.NaN);
  return PALETTE[index < 8 ? index : index - 8];
}

/** Lighter (tint above 0) or darker, channel by channel; the exact way by luminance differs by a shade at most. */
function tinted(hex: string, tint: number): string {
  if (tint === 0) return hex;
  return [0, 2, 4]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
    .map((value) => Math.round(tint > 0 ? value + (255 - value) * tint : value * (1 + tint)))
    .map((value) => Math.max(0, Math.min(255, value)).toString(16).padStart(2, '0'))
    .join('');
}
