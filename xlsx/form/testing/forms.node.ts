import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Photo } from '../../../records/photo/picture-type.ts';
import type { DataRecord } from '../../../records/types.ts';
import { type FormBinding, formBindingSchema } from '../../../sheets-templates/form-binding.ts';

import { byteSink, type FormSourceTemplate, writeFormBook } from '../export-forms.ts';
import { type FormData, formData } from '../form-data.ts';
import { drawnPng } from '../png.ts';

const FOLDER = fileURLToPath(new URL('../../../sheets-templates/village-reserve-cadres/record-form/', import.meta.url));

/** The house's record form, for tests. */
export function recordForm(): FormSourceTemplate & { readonly binding: FormBinding } {
  return {
    pack: 'village-reserve-cadres',
    binding: formBindingSchema.parse(JSON.parse(readFileSync(`${FOLDER}binding.json`, 'utf8'))),
    workbook: new Uint8Array(readFileSync(`${FOLDER}record-form.xlsx`)),
  };
}

export interface TestPerson {
  readonly person: DataRecord;
  readonly children: Readonly<Record<string, readonly DataRecord[]>>;
  readonly photo?: Photo;
}

export const YEAR = 2017;

/** A person with every field, and a year of records: `trainings` of them, texts repeated `long` times, with `end` behind. */
export function testPerson(
  name: string,
  options: { trainings?: number; long?: number; end?: string; photo?: Photo } = {},
): TestPerson {
  const long = (text: string): string => text.repeat(options.long ?? 1) + (options.end ?? '');
  const id = `person-${name}`;
  const records = <T extends object>(list: readonly T[], kind: string): DataRecord[] =>
    list.map((record, i) => ({ id: `${id}-${kind}-${i}`, person: id, ...record }));
  const quarters = ['1', '2', '3', '4'];
  return {
    person: {
      id,
      township: '南城镇',
      village: '白虎村',
      name,
      gender: '男',
      birthMonth: '1990.05',
      ethnicity: '汉族',
      nativePlace: '四川青神',
      birthPlace: '四川眉山',
      partyJoinMonth: '2012.06',
      workStart: '2011.07',
      health: '健康',
      occupation: '种植养殖专业合作社理事长',
      specialty: '果树栽培、电子商务',
      education: '大专',
      school: '四川农业大学水产养殖专业',
      idNumber: '511425199005100015',
      phone: '13800000001',
    },
    children: {
      training: records(
        Array.from({ length: options.trainings ?? 2 }, (_, i) => ({
          mode: i % 2 === 0 ? '集中培训' : '外出考察',
          time: `2017.${String((i % 12) + 1).padStart(2, '0')}`,
          days: i + 1,
          content: long(`第${i + 1}期党的十九大精神、村级财务管理与矛盾调解。`),
        })),
        'training',
      ),
      mentoring: records(
        quarters.map((quarter) => ({
          quarter,
          mentor: `李四`,
          content: long(`走访谈心${quarter}次，帮助理清产业发展思路。`),
          opinion: '进步明显',
        })),
        'mentoring',
      ),
      practice: records(
        [
          {
            content: long('参与村级集体经济项目。'),
            performance: long('工作踏实，群众认可，善于学习。'),
            opinion: '良好',
          },
        ],
        'practice',
      ),
      review: records(
        ['village', 'township'].flatMap((level) =>
          quarters.map((quarter) => ({ level, quarter, opinion: long(`${quarter}季度表现良好，群众基础扎实。`) })),
        ),
        'review',
      ),
      yearResult: records([{ result: '优秀' }], 'yearResult'),
    },
    ...(options.photo === undefined ? {} : { photo: options.photo }),
  };
}

export function dataOf(binding: FormBinding, { person, children, photo }: TestPerson): FormData {
  return formData(binding, { person, children, year: YEAR, ...(photo === undefined ? {} : { photo }) }).data;
}

/** The workbook of these people. */
export async function bookOf(people: readonly TestPerson[]): Promise<Uint8Array> {
  const source = recordForm();
  const { sink, bytes } = byteSink();
  const forms = people.map((person) => dataOf(source.binding, person));
  const written = await writeFormBook(source, { forms }, sink);
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  return bytes();
}

/** A plain picture in one colour (PNG, 8 bits per channel), of 35 : 45 unless told. */
export function plainPhoto(
  red: number,
  green: number,
  blue: number,
  [width, height]: readonly [number, number] = [70, 90],
): Photo {
  return { bytes: drawnPng(width, height, 'rgb', () => [red, green, blue]), type: 'image/png' };
}
