import { define } from './define.ts';
import { readId } from './id-number.ts';
import { asText } from './value.ts';

/** The first two digits of GB/T 2260; 81 82 83 are on residence permits of Hong Kong, Macao and Taiwan people. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
/** Beijing, Tianjin, Shanghai, Chongqing: districts 01, counties 02, and (Chongqing) 03. */
const MUNICIPALITIES = new Set(['11', '12', '31', '50']);

/**
 * Whether six digits can ever have been a county's code: a province that exists, and a prefecture and county of the
 * ranges that GB/T 2260 has used since 1980. Abolished codes are kept by people for life, so the check is generous.
 */
export function plausibleRegion(code: string): boolean {
  const province = code.slice(0, 2);
  const prefecture = Number(code.slice(2, 4));
  if (!PROVINCES.has(province)) return false;
  if (/^8[123]/.test(code)) return code.endsWith('0000');
  if (province === '71') return true;
  if (MUNICIPALITIES.has(province)) return prefecture >= 1 && prefecture <= 3 && !code.endsWith('00');
  // Hainan's counties had no prefecture until 2001.
  if (province === '46' && prefecture === 0) return !code.endsWith('00');
  return (prefecture >= 1 && prefecture <= 53) || prefecture === 90;
}

export const idRegionOk = define({
  name: 'ID.REGION.OK',
  parameters: ['idNumber', 'asOf?'],
  examples: [
    [['511130198406093966', '2017-11-30'], true],
    [['000000198310116225', '2017-11-30'], false],
    [['510104198606111484', '2017-11-30'], true],
    [['', '2017-11-30'], true],
  ],
  run: (idNumber, asOf) => {
    const facts = readId(asText(idNumber), asText(asOf));
    return facts.birth === undefined || plausibleRegion(facts.text);
  },
});
