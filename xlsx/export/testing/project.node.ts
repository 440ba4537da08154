import { fileURLToPath } from 'node:url';
import type { RecordStore } from '../../../records/store.contract.ts';
import { openProject } from '../../../records/store.ts';
import { loadPack } from '../../../sheets-templates/load.node.ts';
import type { LoadedPack } from '../../../sheets-templates/schema.ts';

const PACK = fileURLToPath(new URL('../../../sheets-templates/village-reserve-cadres', import.meta.url));

/** The pack of the house, for tests. */
export async function housePack(): Promise<LoadedPack> {
  const loaded = await loadPack(PACK);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

export const SETTINGS = { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30' };

/** A project with these people. */
export function projectOf(loaded: LoadedPack, person: readonly object[], settings: object = SETTINGS): RecordStore {
  const opened = openProject(loaded.pack, { pack: loaded.pack.id, settings, records: { person } });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.store;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A valid 18-digit ID number (GB 11643) of a person born in May of `year`; `serial` below 1000. */
export function idNumber(year: number, serial: number): string {
  const body = `511425${year}0510${String(serial).padStart(3, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return body + ('10X98765432'[sum % 11] ?? '');
}

/** People without a mistake, `n` of them. */
export function people(n: number): Record<string, string>[] {
  return Array.from({ length: n }, (_, i) => ({
    id: `person-${i + 1}`,
    township: '南城镇',
    village: i % 2 === 0 ? '白虎村' : '青龙村',
    name: `张${'一二三四五六七八九十'[i % 10]}`,
    gender: i % 2 === 1 ? '男' : '女',
    birthMonth: `${1985 + (i % 10)}.05`,
    partyJoinMonth: '2012.06',
    education: '大专',
    identity: '村民小组长',
    // The serial's last digit is odd for men; 500 serials a year are enough for 5,000 people.
    idNumber: idNumber(1985 + (i % 10), (Math.floor(i / 10) * 2 + (i % 2)) % 1000),
    phone: `138${String(i).padStart(8, '0')}`,
    mentor: '李四 镇长',
  }));
}
