import fc from 'fast-check';
import { checkDigit } from '../../../formulas/id-number.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** A right person, and the ways in which a clerk gets one wrong; `''` leaves a field blank. */
const right = fc
  .record({
    year: fc.integer({ min: 1950, max: 2005 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    serial: fc.integer({ min: 0, max: 999 }),
    join: fc.integer({ min: 15, max: 22 }),
    education: fc.constantFrom('小学', '初中', '高中', '中专', '技校', '职高', '大专', '本科', '研究生'),
    phone: fc.constantFrom('13812345678', '19900000000', '028-38811234', '02838811234', '13800000000/028-38811234'),
  })
  .map(({ year, month, day, serial, join, education, phone }): Record<string, string> => {
    const body = `511425${year}${two(month)}${two(day)}${String(serial).padStart(3, '0')}`;
    return {
      township: '南城镇',
      village: '白虎村',
      name: '张三',
      gender: serial % 2 === 1 ? '男' : '女',
      birthMonth: `${year}.${two(month)}`,
      partyJoinMonth: `${year + join}.${two(13 - month)}`,
      education,
      identity: '社工',
      idNumber: body + checkDigit(body),
      phone,
      mentor: '李四 镇长',
    };
  });
const mistake = fc.constantFrom<Readonly<Record<string, string>>>(
  {},
  {},
  { gender: '男' },
  { gender: '女' },
  { gender: '不详' },
  { gender: '' },
  { birthMonth: '1990.05' },
  { birthMonth: '1990年' },
  { birthMonth: '1990.13' },
  { birthMonth: '' },
  { idNumber: '' },
  { idNumber: '51142519900516201' },
  { idNumber: '5114251990051620123' },
  { idNumber: '511425199002302016' },
  { idNumber: '511425199005162018' },
  { idNumber: '51142519900516X01A' },
  { idNumber: '511425203005162013' },
  // A right number that several people share.
  { idNumber: '510104198606111483' },
  { age: '20' },
  { age: '36' },
  { age: '三十多' },
  { education: '高中肄业' },
  { education: '' },
  { identity: '个体户' },
  { identity: '网格员、社工' },
  { phone: '1381234567' },
  { phone: '12812345678' },
  { phone: '138123456789' },
  { phone: '38811234' },
  { phone: '见备注' },
  { partyJoinMonth: '2012年' },
  { partyJoinMonth: '2018.01' },
  { partyJoinMonth: '' },
  { name: '张' },
);
/** One of them in eight still has the number of fifteen digits. */
const old = fc.nat({ max: 7 }).map((n) => n === 0);
/** So many people from a seed: right ones, and some with one or two mistakes. */
export function nativeSamples(seed: number, count: number): Record<string, string>[] {
  return fc
    .sample(fc.tuple(right, old, mistake, mistake), { numRuns: count, seed })
    .map(([person, fifteen, first, second]): Record<string, string> => {
      const id = person['idNumber'] ?? '';
      const own = fifteen && id.slice(6, 8) === '19' ? { idNumber: id.slice(0, 6) + id.slice(8, 17) } : {};
      return { ...person, ...own, ...first, ...second };
    });
}
