import { serialDay } from './calendar.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** A number in the few formats that rules need: `0`, `00`, `0.00`, `yyyy.mm`, `yyyy-mm-dd`, `yyyy年m月d日`. */
export function formatNumber(value: number, format: string): string | undefined {
  const digits = /^(0+)(?:\.(0+))?$/.exec(format);
  if (digits) {
    const [whole = '', fraction] = Math.abs(value)
      .toFixed(digits[2]?.length ?? 0)
      .split('.');
    const padded = whole.padStart(digits[1]?.length ?? 1, '0');
    return `${value < 0 ? '-' : ''}${padded}${fraction === undefined ? '' : `.${fraction}`}`;
  }
  if (!/^(?:yyyy|mm?|dd?|[-./年月日])+$/u.test(format) || value < 0 || value > 2_958_465) return undefined;
  const { year, month, day } = serialDay(Math.floor(value));
  return format.replace(/yyyy|mm?|dd?/g, (part) => {
    if (part === 'yyyy') return String(year);
    const number = part.startsWith('m') ? month : day;
    return part.length === 2 ? two(number) : String(number);
  });
}
