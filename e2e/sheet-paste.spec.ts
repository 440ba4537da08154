import { expect, test } from '@playwright/test';
import { expectCells, newProject, paste, read, stored, storedPeople } from './support.ts';

const MAN = '11010119900307803X';

/** A page of a workbook as WPS and Excel put it on the clipboard: their namespaces, classes, and formats in a style block. */
function spreadsheetHtml(rows: readonly string[]): string {
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Excel.Sheet>
<style><!--td {mso-style-parent:style0;font-size:12.0pt;font-family:宋体;mso-number-format:General;border:none;}
.xl65 {mso-number-format:"\\@";text-align:center;border:.5pt solid windowtext;}
.xl66 {mso-number-format:"0_ ";}--></style></head>
<body><!--StartFragment--><table border=0 cellpadding=0 cellspacing=0 width=904 style='border-collapse:collapse'><col width=72 span=13>
${rows.join('\n')}
</table><!--EndFragment--></body></html>`;
}

const text = (value: string, more = ''): string =>
  `<td class=xl65 x:str style='mso-number-format:"\\@"'${more}>${value}</td>`;
const number = (value: string): string => `<td align=right x:num style='mso-number-format:General'>${value}</td>`;
const blank = '<td></td>';

test('blocks from WPS, Excel and Word; a column over existing rows; a block pasted back in another order', async ({
  page,
}) => {
  await newProject(page);
  const line = (first: string, name: string, id: string, phone: string): string =>
    `<tr height=19 style='height:14.25pt'>${first}${text(name)}${text('男')}${text('1990.10')}${text('2012.10')}${number('27')}${text('本科')}${blank}${text(id)}${number(phone)}${text('王五<br>第一书记')}${text('0012')}</tr>`;
  const html = spreadsheetHtml([
    line(text('南城镇', ' rowspan=2') + text('白虎村', ' rowspan=2'), '李一', MAN, '13800000001'),
    line('', '李二', '511425198501010002', '13800000002'),
    line(text('南城镇') + text('金牛村'), '李三', '51142519850101001X', '13800000003'),
  ]);

  await test.step('formats, numbers, merged villages; undone in one step', async () => {
    await paste(page, 'B4', 'plain', html);
    await expect.poll(async () => (await storedPeople(page)).map((p) => p['name'])).toEqual(['李一', '李二', '李三']);
    expect(await stored(page, '李二')).toMatchObject({
      village: '白虎村',
      birthMonth: '1990.10',
      idNumber: '511425198501010002',
      phone: '13800000002',
      partyJoinMonth: '2012.10',
      remark: '0012',
    });
    await page.keyboard.press('Control+z');
    await expectCells(page, 'B4:D6', [
      ['', '', ''],
      ['', '', ''],
      ['', '', ''],
    ]);
    await expect.poll(async () => (await storedPeople(page)).length).toBe(0);
    await page.keyboard.press('Control+y');
    await expectCells(page, 'D4:D6', [['李一'], ['李二'], ['李三']]);
    await expect.poll(async () => (await storedPeople(page)).length).toBe(3);
  });

  await test.step('one column over existing rows, a Word table, and a block pasted back in another order', async () => {
    await paste(page, 'L4', '13911110001\n13911110002');
    await expectCells(page, 'L4:L5', [['13911110001'], ['13911110002']]);
    const before = await storedPeople(page);
    const [first, second] = [before[0]?.['id'], before[1]?.['id']];
    expect((await stored(page, '李一'))['phone']).toBe('13911110001');

    const word = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><table class=MsoNormalTable border=1><tr><td width=100 valign=top style='border:solid windowtext 1.0pt'><p class=MsoNormal><span style='font-family:仿宋'>村民小组长<o:p></o:p></span></p></td></tr></table></body></html>`;
    await paste(page, 'J4', '村民小组长', word);
    await expectCells(page, 'J4', [['村民小组长']]);

    const rows = await read(page, 'B4:L5');
    await paste(
      page,
      'B4',
      [...rows]
        .reverse()
        .map((cells) => cells.join('\t'))
        .join('\n'),
    );
    await expectCells(page, 'D4:D5', [['李二'], ['李一']]);
    await expect.poll(async () => (await storedPeople(page)).slice(0, 2).map((p) => p['id'])).toEqual([second, first]);
  });
});
