import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
import { checkDigit } from '../formulas/id-number.ts';
import { inlineRows, makeWorkbook } from '../xlsx/read/made-workbook.ts';
import { makeOds, odsRows } from '../xlsx/read/ods/testing/made-ods.ts';
import { labels, makeXls } from '../xlsx/read/xls/testing/biff-writer.ts';

const HEADERS = [
  '序号,乡镇,村(社区),姓名,性别,出生年月,入党时间,年龄,学历,身份,身份证号码,联系电话,结对干部姓名及职务,备注'.split(
    ',',
  ),
  '编号,所在村,姓 名,性别,出生年月日,文化程度,身份类别,公民身份号码,手机号,帮带干部'.split(','),
];

/** A person: `n` makes name, village and ID number. */
export function person(n: number, phone = `138${String(n).padStart(8, '0')}`): Record<string, string> {
  const first17 = `5114251990${String(1 + (n % 9)).padStart(2, '0')}15${String(n).padStart(3, '0')}`;
  const id = first17 + checkDigit(first17);
  const gender = Number(first17.charAt(16)) % 2 === 1 ? '男' : '女';
  const village = n % 2 === 0 ? '白虎村' : '金牛村';
  return { village, name: `合并${String.fromCodePoint(0x4e00 + n)}`, gender, month: `1990.0${1 + (n % 9)}`, id, phone };
}

/** One sender's workbook; every other sender has a header of another kind. */
export function mailed(n: number, people: readonly Record<string, string>[], as?: 'xls' | 'ods'): Buffer {
  const own = n % 2 === 1;
  const rows = people.map((p, at) => {
    const { village = '', name = '', gender = '', month = '', id = '', phone = '' } = p;
    return own
      ? [
          String(at + 1),
          village,
          name,
          gender,
          month.replace('.', '年').concat('月'),
          '大学本科',
          '村民小组长',
          id,
          phone,
          '周华 镇长',
        ]
      : [
          String(at + 1),
          '南城镇',
          village,
          name,
          gender,
          month,
          '',
          '',
          '本科',
          '村民小组长',
          id,
          phone,
          '周华 镇长',
          '',
        ];
  });
  const title = [own ? '青神县南城镇村级后备干部花名册' : '村级后备干部名册'];
  const table = [title, HEADERS[own ? 1 : 0] ?? [], ...rows, ['审核人：王五']];
  if (as === 'xls') return Buffer.from(makeXls({ sheets: [{ name: '名册', cells: labels(table) }] }));
  if (as === 'ods') return Buffer.from(makeOds({ tables: { 名册: odsRows(table) } }));
  return Buffer.from(makeWorkbook({ sheets: { 名册: inlineRows(table) } }));
}

/** Forty senders, the last ten of them in one archive; 0 and 1 send one person with different phones, 2 and 3 another one, 4 and 5 one alike. */
export function inbox(): { name: string; data: string }[] {
  const shared = [900, 901, 902].map((n) => person(n));
  const files = Array.from({ length: 40 }, (_, n) => {
    const people = [person(n * 3 + 1), person(n * 3 + 2)];
    const extra = n < 6 ? shared[n >> 1] : undefined;
    if (extra) people.push(n < 4 && n % 2 === 1 ? { ...extra, phone: `1390000000${n}` } : extra);
    const bytes = n === 39 ? Buffer.from('不是工作簿') : mailed(n, people);
    return { name: `${String(n).padStart(2, '0')}号.xlsx`, bytes };
  });
  const inside = [...files.slice(30), { name: '朱雀村名册.jpg', bytes: Buffer.from('照片') }];
  const packed = zipSync(Object.fromEntries(inside.map(({ name, bytes }) => [name, new Uint8Array(bytes)])));
  const sent = [...files.slice(0, 30), { name: '其余.zip', bytes: Buffer.from(packed) }];
  return sent.map(({ name, bytes }) => ({ name, data: bytes.toString('base64') }));
}

/** Drops files on the page. */
export async function drop(page: Page, files: readonly { name: string; data: string }[]): Promise<void> {
  await page.evaluate((list) => {
    const data = new DataTransfer();
    for (const { name, data: base64 } of list) {
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    }
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files);
}
