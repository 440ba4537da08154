import { readFileSync } from 'node:fs';
import { type Pack, packSchema } from '../../sheets-templates/schema.ts';
import type { RecordStore } from '../store.contract.ts';
import { newProject } from '../store.ts';
import type { Settings } from '../types.ts';

const file = new URL('../../sheets-templates/village-reserve-cadres/pack.json', import.meta.url);
const json: unknown = JSON.parse(readFileSync(file, 'utf8'));

/** The pack of the roster, without its templates: what the records room needs of it. */
export const pack: Pack = packSchema.parse({ ...Object(json), templates: [] });

export const settings: Settings = { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30' };

export const villages = [
  { township: '南城镇', name: '白虎村' },
  { township: '南城镇', name: '金牛村' },
  { township: '南城镇', name: '兰沟社区' },
];

/** A project without people and without a list of villages. */
export const emptyProject = (): RecordStore => newProject(pack, settings, []);

/** A right person; the ID number is constructed. */
export const right: Readonly<Record<string, string>> = {
  township: '南城镇',
  village: '白虎村',
  name: '张三',
  gender: '女',
  birthMonth: '1986.06',
  partyJoinMonth: '2010.07',
  education: '本科',
  identity: '大学生村官',
  idNumber: '510104198606111483',
  phone: '13800000001',
  mentor: '周华 驻村第一书记',
};

/** Types a record in and answers its id. */
export function type(store: RecordStore, typed: Readonly<Record<string, string>>, entity = 'person'): string {
  const [insert] = store.edit(entity, null, typed);
  if (insert?.op !== 'insert') throw new Error('nothing was typed');
  store.apply([insert], 'test');
  return insert.record.id;
}

/** Rules that a record violates, as `rule field`. */
export const broken = (store: RecordStore, id: string, entity = 'person'): readonly string[] =>
  store.issuesOf(entity, id).map(({ rule, field }) => `${rule} ${field}`);
