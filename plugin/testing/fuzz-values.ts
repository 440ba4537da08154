import { checkDigit } from '../../formulas/id-number.ts';
import type { Random } from './random.ts';

/** Columns of the roster by name, counted from 0; `seq` is the program's. */
export const COLUMNS = {
  township: 1,
  village: 2,
  name: 3,
  gender: 4,
  birthMonth: 5,
  partyJoinMonth: 6,
  age: 7,
  education: 8,
  identity: 9,
  idNumber: 10,
  phone: 11,
  mentor: 12,
  remark: 13,
} as const;

/** Columns whose contents may follow from others. */
export const DERIVED: ReadonlySet<number> = new Set([COLUMNS.gender, COLUMNS.birthMonth, COLUMNS.age]);

/** A valid number; the same for the same `n`. */
export function idOf(n: number): string {
  const body = `51142519${String(70 + (n % 25))}0${1 + (n % 9)}1${n % 10}${String(100 + n).padStart(3, '0')}`;
  return body + checkDigit(body);
}

/** A text for a column that is its own normal form; numbers and names repeat now and then, as they do in life. */
export function valueFor(column: number, random: Random): string {
  switch (column) {
    case COLUMNS.township:
      return random.pick(['南城镇', '青竹街道', '西龙镇']);
    case COLUMNS.village:
      return random.pick(['白虎村', '金牛村', '兰沟社区']);
    case COLUMNS.name:
      return random.pick(['张建国', '李秀英', '王伟', '刘洋', '陈静', '杨帆', '赵敏', '黄磊']);
    case COLUMNS.gender:
      return random.pick(['男', '女']);
    case COLUMNS.birthMonth:
      return random.pick(['1990.10', '1988.01']);
    case COLUMNS.partyJoinMonth:
      return random.pick(['2012.06', '2015.10']);
    case COLUMNS.age:
      return random.pick(['27', '31']);
    case COLUMNS.education:
      return random.pick(['本科', '大专', '高中']);
    case COLUMNS.identity:
      return random.pick(['村民小组长', '网格员']);
    case COLUMNS.idNumber:
      return idOf(random.int(0, 30));
    case COLUMNS.phone:
      return `1380000${String(random.int(0, 9999)).padStart(4, '0')}`;
    default:
      return `记${random.serial()}`;
  }
}

/** A whole row, 序号 left blank. */
export function rowFor(random: Random): string[] {
  return Array.from({ length: 14 }, (_, column) =>
    column === 0 || DERIVED.has(column) || random.chance(0.1) ? '' : valueFor(column, random),
  );
}
