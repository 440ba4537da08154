import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { noticeWorkbook } from './notice-workbook.ts';

const notice = {
  name: '公示',
  title: '青神县村级后备干部选拔公示',
  paragraphs: [
    '根据有关规定，现予以公示。',
    '公示期间，如有异议，可实名向南城镇党委反映。反映情况应实事求是，以便调查核实。',
  ],
  header: ['序号', '姓名', '村(社区)'],
  rows: [
    ['1', '张三', '白虎村'],
    ['2', '𬭎·买买提', '=1+1'],
  ],
  signature: ['南城镇党委', '2017年9月29日'],
};

test('a notice is a workbook that others read, and the same notice gives the same bytes', async () => {
  const bytes = await noticeWorkbook(notice);
  expect(await noticeWorkbook(notice)).toEqual(bytes);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = book.getWorksheet('公示');
  const texts = (row: number) => [1, 2, 3].map((column) => sheet?.getRow(row).getCell(column).text);
  expect(sheet?.getCell('A1').text).toBe(notice.title);
  expect(sheet?.getCell('C1').master.address).toBe('A1');
  expect(sheet?.getCell('A2').text).toBe(`　　${notice.paragraphs[0]}`);
  expect(texts(5)).toEqual(notice.header);
  expect(texts(7)).toEqual(notice.rows[1]);
  expect(sheet?.getCell('A10').text).toBe('2017年9月29日');
  expect(sheet?.getRow(3).height).toBeGreaterThan(sheet?.getRow(2).height ?? 99);
  expect(sheet?.pageSetup.printTitlesRow).toBe('5:5');
});
