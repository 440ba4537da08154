import { cleanName } from '../../formulas/clean-name.ts';
import { cleanId } from '../../formulas/id-number.ts';
import { cleanPhone } from '../../formulas/phone.ts';
import type { RecognisedSheet } from './recognise.ts';

/** Whoever lists people once more lists nearly all of them. */
const NEARLY_ALL = 0.8;

/**
 * The tables of a workbook in groups that are judged each by itself: one that lists the people of others once more (a
 * summary of the villages' sheets, a copy) makes nobody double. A person counts as listed under the same name, ID
 * number, phone and village; one person alone may stand in two villages by mistake.
 */
export function sheetGroups(sheets: readonly RecognisedSheet[]): readonly (readonly RecognisedSheet[])[] {
  if (sheets.length < 2) return sheets.length === 0 ? [] : [sheets];
  const groups: { readonly sheets: RecognisedSheet[]; readonly people: Map<string, Set<string>> }[] = [];
  // The shorter ones first: what repeats them is the longer one, wherever it stands.
  for (const sheet of [...sheets].sort((a, b) => a.records.length - b.records.length)) {
    const people = sheet.records.flatMap(({ texts }) => {
      const id = cleanId(texts.idNumber ?? '');
      const key = JSON.stringify([id, cleanName(texts.name ?? ''), cleanPhone(texts.phone ?? '')]);
      return id === '' ? [] : [{ key, village: (texts.village ?? '').trim() }];
    });
    const fits = groups.find((group) => {
      const again = people.filter(({ key, village }) => {
        const villages = group.people.get(key);
        return villages !== undefined && (village === '' || villages.has('') || villages.has(village));
      });
      return people.length < 2 || again.length < people.length * NEARLY_ALL;
    });
    const group = fits ?? { sheets: [], people: new Map<string, Set<string>>() };
    if (fits === undefined) groups.push(group);
    group.sheets.push(sheet);
    for (const { key, village } of people) {
      const villages = group.people.get(key);
      if (villages === undefined) group.people.set(key, new Set([village]));
      else villages.add(village);
    }
  }
  // As they stand in the workbook: what is said of a village stands at its first person there.
  return groups.map((group) => sheets.filter((sheet) => group.sheets.includes(sheet)));
}
