import { checkDigit } from '../formulas/id-number.ts';
import type { ProjectJson } from '../records/types.ts';

const EDUCATION = ['高中', '中专', '大专', '本科', '研究生'];
const IDENTITY = ['大学生村官', '村民小组长', '回乡创业优秀党员', '复员退伍军人', '乡村教师医生'];
const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
const two = (value: number): string => String(value).padStart(2, '0');

/** A constructed person; every 20th has a mistake. */
function person(at: number): { readonly [key: string]: string } & { readonly id: string } {
  const year = 1983 + (at % 14);
  const month = 1 + (Math.floor(at / 14) % 12);
  const day = 1 + (Math.floor(at / 168) % 28);
  const first17 = `511425${year}${two(month)}${two(day)}${String(Math.floor(at / 4704) % 1000).padStart(3, '0')}`;
  return {
    id: `p${at}`,
    township: `第${(at % 500) % 25}镇`,
    village: `第${at % 500}村`,
    name: `测试${String.fromCodePoint(0x4e00 + (at % 2000))}`,
    gender: Number(first17.charAt(16)) % 2 === 1 ? '男' : '女',
    birthMonth: at % 20 === 7 ? `${year - 1}.${two(month)}` : `${year}.${two(month)}`,
    ...(at % 3 === 0 ? { partyJoinMonth: `${year + 20}.07` } : {}),
    education: pick(EDUCATION, at),
    identity: pick(IDENTITY, at),
    idNumber: first17 + checkDigit(first17),
    phone: at % 20 === 13 ? `1380000${at % 1000}` : `139${String(at).padStart(8, '0')}`,
    mentor: '测试人 驻村第一书记',
  };
}

/** A project of constructed people, the same for the same size. */
export function benchProject(size: number): ProjectJson {
  const village = Array.from({ length: 500 }, (_, at) => ({
    id: `v${at}`,
    township: `第${at % 25}镇`,
    name: `第${at}村`,
    order: String(at + 1),
  }));
  return {
    pack: 'village-reserve-cadres',
    settings: { county: '青神县', unit: '测试', level: 'county', asOf: '2017-11-30' },
    records: { village, person: Array.from({ length: size }, (_, at) => person(at)) },
  };
}
