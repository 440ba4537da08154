import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { OFFICIAL } from '../../xlsx/recognise/made-roster.node.ts';
import { call, GOOD } from './testing/check-call.node.ts';

const zipped = (): Uint8Array =>
  zipSync({
    '南城镇/白虎村.csv': [
      strToU8([OFFICIAL, GOOD].map((row) => row.join(',')).join('\n')),
      { mtime: '2017-11-28 08:00' },
    ],
    '南城镇/坏.xlsx': strToU8('PK'),
    '照片.jpg': strToU8('x'),
  });

it('the tables of an archive are files of their own; documents are answered for; a text that is a table is read', async () => {
  const inbox = await mkdtemp(join(tmpdir(), 'mingce-inbox-'));
  try {
    await writeFile(join(inbox, '南城.zip'), zipped());
    await writeFile(join(inbox, '空.zip'), zipSync({ 'a.jpg': strToU8('x') }));
    await writeFile(join(inbox, '通知.pdf'), '%PDF-1.7');
    await writeFile(join(inbox, '拍的名册.jpg'), 'x');
    await writeFile(join(inbox, '.缩略.png'), 'x');
    await writeFile(join(inbox, 'Thumbs.db'), 'x');
    await writeFile(join(inbox, '名册.bak'), 'x');
    await writeFile(join(inbox, '说明.txt'), '请于周五前报送');
    await writeFile(join(inbox, '名单.txt'), [OFFICIAL, GOOD].map((row) => row.join('\t')).join('\r\n'));
    const { code, out, err } = await call(inbox, '--as-of', '2017-11-30', '--json');
    const pictures = ['南城.zip/照片.jpg', '拍的名册.jpg'].map((name) => join(inbox, name));
    expect(err.split('\n')).toEqual([
      `没有读（图片，读不出里面的表；要报的请填成 Excel 工作簿）：${pictures.join('、')}`,
      `没有读（看文件名不是表格；如果是，请改成 .xlsx 或 .xls 结尾）：${join(inbox, '名册.bak')}`,
      `没有读（文字说明，不是表格）：${join(inbox, '说明.txt')}`,
      '',
    ]);
    expect(JSON.parse(out).passed.map(({ file }: { file: string }) => file)).toEqual([
      ...pictures,
      join(inbox, '名册.bak'),
      join(inbox, '说明.txt'),
    ]);
    const files: { file: string; error?: { code: string }; sheets: { records: unknown[] }[] }[] = JSON.parse(out).files;
    const said = files.map(({ file, error, sheets }) => [
      file.slice(inbox.length + 1),
      error?.code ?? sheets[0]?.records.length,
    ]);
    expect([code, said]).toEqual([
      2,
      [
        ['南城.zip/南城镇/坏.xlsx', 'not-a-zip'],
        ['南城.zip/南城镇/白虎村.csv', 1],
        ['名单.txt', 1],
        ['空.zip', 'no-workbook'],
        ['通知.pdf', 'pdf'],
      ],
    ]);
  } finally {
    await rm(inbox, { recursive: true });
  }
});
