import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { checkDigit } from '../formulas/id-number.ts';
import type { RecordStore } from '../records/store.contract.ts';
import { newProject } from '../records/store.ts';
import type { ProjectJson } from '../records/types.ts';
import { type Pack, packSchema } from '../sheets-templates/schema.ts';
import { furtherFields, sampleRecords } from './sample-records.ts';

/**
 * The project behind 试一试: 60 constructed people of one township, with planted mistakes. Nobody in it exists: every
 * name has the letter 样, every phone begins with 1380000, the ID numbers are computed, the photos are drawn. With what
 * forms, ledgers and the quarterly table need to show something. The same bytes at every run.
 */
const TOWNSHIP = '南城镇';
const VILLAGES = '白虎村 金牛村 玉蟾村 河坝村 桥楼村 天池村 柏林村 石梁村 云峰村 盐井村 兰沟社区 新桥社区'.split(' ');
/** The last village has one person, the others share the rest. */
const LONELY = 'person-60';
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏'];
const GIVEN = [...'文武英勇刚强敏静丽艳军洋霞波涛明兰杰娟磊'];
const RURAL =
  '大学生村官 村民小组长 新型农业经营主体负责人 回乡创业优秀党员 外出务工经商能人 复员退伍军人 返乡高校毕业生 乡村教师医生'.split(
    ' ',
  );
const URBAN = '网格员 居民小组长 居民代表 群团和社会组织负责人 社工 楼院门栋长'.split(' ');
const EDUCATION = '高中 中专 大专 本科 大专 本科 研究生 职高'.split(' ');
const MENTORS = '驻村第一书记 镇党委副书记 组织委员 村党支部书记'.split(' ');
const REGIONS = ['511425', '511130', '513826', '511402'];

const at = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
const two = (value: number): string => String(value).padStart(2, '0');

function idNumber(index: number): string {
  const year = 1984 + ((index * 5) % 13);
  const date = `${year}${two(1 + ((index * 7) % 12))}${two(1 + ((index * 11) % 28))}`;
  const first17 = `${at(REGIONS, index)}${date}${900 + ((index * 3) % 97)}`;
  return first17 + checkDigit(first17);
}

function right(index: number): Readonly<Record<string, string>> {
  const village =
    index === 59
      ? at(VILLAGES, 11)
      : at(VILLAGES, Math.floor(index / 6) === 9 ? 9 + (index % 2) : Math.floor(index / 6));
  const number = idNumber(index);
  return {
    township: TOWNSHIP,
    village,
    name: `${at(SURNAMES, index)}样${at(GIVEN, index * 7)}`,
    partyJoinMonth: index % 2 === 0 ? `${Number(number.slice(6, 10)) + 20}.07` : '',
    education: at(EDUCATION, index),
    identity: village.endsWith('社区') ? at(URBAN, index) : at(RURAL, index),
    idNumber: number,
    phone: `1380000${String(1000 + index * 37)}`,
    mentor: `${at(SURNAMES, index + 11)}样${at(GIVEN, index + 3)} ${at(MENTORS, index)}`,
    remark: '',
  };
}

interface Planted {
  readonly record: string;
  readonly rule: string;
  readonly typed: (right: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
}
const spoil = (text: string | undefined, from: number, put: string): string =>
  (text ?? '').slice(0, from) + put + (text ?? '').slice(from + put.length);

/** What is planted: the record, the rule that must find it, and what is typed there. */
export const planted: readonly Planted[] = [
  {
    record: 'person-03',
    rule: 'idNumber.checkDigit',
    typed: ({ idNumber: id }) => ({ idNumber: spoil(id, 16, id?.[16] === '1' ? '2' : '1') }),
  },
  {
    record: 'person-07',
    rule: 'gender.mismatch',
    typed: ({ idNumber: id }) => ({ gender: Number(id?.[16]) % 2 === 1 ? '女' : '男' }),
  },
  {
    record: 'person-12',
    rule: 'idNumber.precisionLost',
    typed: ({ idNumber: id }) => ({ idNumber: `${id?.[0]}.${id?.slice(1, 15)}E+17` }),
  },
  {
    record: 'person-16',
    rule: 'birthMonth.mismatch',
    typed: ({ idNumber: id }) => ({ birthMonth: `${Number(id?.slice(6, 10)) + 1}.${id?.slice(10, 12)}` }),
  },
  { record: 'person-21', rule: 'phone.format', typed: ({ phone }) => ({ phone: (phone ?? '').slice(0, 10) }) },
  {
    record: 'person-24',
    rule: 'age.limit',
    typed: () => ({ idNumber: `51142519790308905${checkDigit('51142519790308905')}`, partyJoinMonth: '2003.07' }),
  },
  { record: 'person-28', rule: 'education.minimum', typed: () => ({ education: '初中', identity: '村民小组长' }) },
  { record: 'person-33', rule: 'age.mismatch', typed: () => ({ age: '45' }) },
  { record: 'person-37', rule: 'required', typed: () => ({ mentor: '' }) },
  {
    record: 'person-41',
    rule: 'partyJoinMonth.tooEarly',
    typed: ({ idNumber: id }) => ({ partyJoinMonth: `${Number(id?.slice(6, 10)) + 15}.07` }),
  },
  { record: 'person-45', rule: 'choice.unknown', typed: () => ({ identity: '个体户' }) },
  {
    record: 'person-48',
    rule: 'idNumber.length',
    typed: ({ idNumber: id }) => ({ idNumber: (id ?? '').slice(0, 17) }),
  },
  { record: 'person-52', rule: 'duplicate.idNumber', typed: () => ({ idNumber: idNumber(49) }) },
];

/** Where else a planted mistake shows: the partner of the duplicate, the village with one person. */
export const consequences: readonly { readonly record: string; readonly rule: string }[] = [
  { record: 'person-50', rule: 'duplicate.idNumber' },
  { record: 'village-12', rule: 'village.minimum' },
];

/** The sample, made through the store as if it had been typed. */
export function makeSample(pack: Pack): RecordStore {
  const store = newProject(pack, { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30' }, []);
  const put = (
    entity: string,
    id: string,
    typed: Readonly<Record<string, string>>,
    more: { readonly order?: number } = {},
  ): void => {
    for (const change of store.edit(entity, null, typed)) {
      if (change.op === 'insert') store.apply([{ ...change, record: { ...change.record, ...more, id } }], 'load');
    }
  };
  for (const [index, name] of VILLAGES.entries())
    put('village', `village-${two(index + 1)}`, { township: TOWNSHIP, name }, { order: index + 1 });
  for (let index = 0; index < 60; index++) {
    const id = `person-${two(index + 1)}`;
    const typed = right(index);
    const mistake = planted.find(({ record }) => record === id);
    // A number that says nothing leaves the fields that follow it to the clerk.
    const follows = {
      gender: Number(typed.idNumber?.[16]) % 2 === 1 ? '男' : '女',
      birthMonth: `${typed.idNumber?.slice(6, 10)}.${typed.idNumber?.slice(10, 12)}`,
    };
    const change = mistake?.typed(typed) ?? {};
    const broken = /^idNumber\.(length|checkDigit|precisionLost)$/.test(mistake?.rule ?? '');
    put('person', id, { ...typed, ...furtherFields(index), ...(broken ? follows : {}), ...change });
  }
  const made = new Map<string, number>();
  for (let index = 0; index < 60; index++) {
    const person = `person-${two(index + 1)}`;
    for (const { entity, typed } of sampleRecords(index, store.text('person', person, 'mentor'))) {
      const number = (made.get(entity) ?? 0) + 1;
      made.set(entity, number);
      put(entity, `${entity}-${String(number).padStart(3, '0')}`, { person, ...typed });
    }
  }
  if (store.get('person', LONELY) === undefined) throw new Error('the sample is not complete');
  return store;
}

/** The sample as the text of its file. */
export const sampleText = (project: ProjectJson): string => `${JSON.stringify(project, null, 2)}\n`;

const root = new URL('../', import.meta.url);
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const json: unknown = JSON.parse(
    await readFile(new URL('sheets-templates/village-reserve-cadres/pack.json', root), 'utf8'),
  );
  const pack = packSchema.parse({ ...Object(json), templates: [] });
  await writeFile(new URL('public/samples/village-reserve-cadres.json', root), sampleText(makeSample(pack).toJson()));
}
