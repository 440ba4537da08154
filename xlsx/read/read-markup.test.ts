import { describe, expect, it } from 'vitest';
import { readTables } from './read-tables.ts';
import type { Sheet } from './types.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Latin letters are the same in GBK; these stand for 姓名 张强. */
function gbk(text: string): Uint8Array {
  const letters = new Map([
    ['姓', [0xd0, 0xd5]],
    ['名', [0xc3, 0xfb]],
    ['张', [0xd5, 0xc5]],
    ['强', [0xc7, 0xbf]],
  ]);
  return Uint8Array.from([...text].flatMap((letter) => letters.get(letter) ?? [letter.charCodeAt(0)]));
}

function only(bytes: Uint8Array): Sheet {
  const read = readTables(bytes);
  const sheet = read.ok ? read.workbook.sheets[0] : undefined;
  if (sheet === undefined) throw new Error(read.ok ? 'empty' : read.error.code);
  return sheet;
}

/** Rows as `3: A=… C=…`. */
function shown({ rows }: Sheet): string[] {
  return rows.map(({ row, cells }) => `${row}: ${cells.map((c) => `${'ABCDEFGH'[c.column]}=${c.text}`).join(' ')}`);
}

describe('a web page under the name .xls', () => {
  it('as Excel saves it: GB2312 said in the head, unquoted attributes, conditional comments, a cell in two lines', () => {
    const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<!--[if gte mso 9]><xml><x:Name>Sheet1</x:Name></xml><![endif]--><style>td{mso-number-format:"\\@"}</style></head>
<body><table border=0><tr height=18><td class=xl65 x:str>姓<br>名</td><td>ID</td></tr>
<tr><td><span style='mso-spacerun:yes'>&nbsp;</span>张强&#160;</td><td class=xl66 x:num>511425199005161438</td></tr>
<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td></tr><![endif]></table></body></html>`;
    expect(shown(only(gbk(page)))).toEqual(['1: A=姓\n名 B=ID', '2: A=张强 B=511425199005161438']);
  });

  it('what spans columns and rows is a merged cell, and what is not closed ends with the next', () => {
    const sheet = only(
      utf8(
        `<table><tr><td colspan="3">名册<tr><th rowspan=2>村<th>姓名<th>&lt;备注&gt;<tr><td>张强<td><p>一</p><p>二</p></table>`,
      ),
    );
    expect(shown(sheet)).toEqual(['1: A=名册', '2: A=村 B=姓名 C=<备注>', '3: B=张强 C=一\n二']);
    expect(sheet.merges).toEqual([
      { top: 1, bottom: 1, left: 0, right: 2 },
      { top: 2, bottom: 3, left: 0, right: 0 },
    ]);
  });

  it('tables in tables, and the text between, follow each other', () => {
    const sheet = only(
      utf8(
        '<body><h2>南城镇名册</h2><table><tr><td><table><tr><td>姓名</td><td>性别</td></tr><tr><td>张强</td><td></td><td>男</td></tr></table></td></tr></table><p>填表人：李四<script>if (a<b) x("<td>")</script></body>',
      ),
    );
    expect(shown(sheet)).toEqual(['1: A=南城镇名册', '3: A=姓名 B=性别', '4: A=张强 C=男', '5: A=填表人：李四']);
  });

  it('without a table, or packed in mail, it is told as what it is', () => {
    const code = (page: string) => {
      const read = readTables(utf8(page));
      return read.ok ? 'read' : read.error.code;
    };
    expect(code('<!DOCTYPE html><html><body>请重新登录</body></html>')).toBe('web-page');
    expect(code('MIME-Version: 1.0\r\nContent-Type: multipart/related, x\r\n<td>a</td>,b')).toBe('not-a-zip');
  });

  it('a hostile one costs no more than its length', () => {
    const many = '<td '.repeat(200_000);
    for (const text of [
      `<table>${many}`,
      `<table><tr>${'<td a="'.repeat(200_000)}`,
      `<table>${'<table><tr><td>'.repeat(50_000)}`,
      `<table><tr>${'<td colspan=999999 rowspan=99999>'.repeat(100)}`,
      '<table><!--'.repeat(100_000),
    ])
      readTables(utf8(text));
    expect(readTables(utf8(`<table>${'<tr><td colspan=1000>x'.repeat(3000)}`))).toEqual({
      ok: false,
      error: { code: 'too-many-cells' },
    });
  });
});

describe('XML Spreadsheet 2003', () => {
  const book = (body: string): Uint8Array =>
    utf8(`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${body}</Workbook>`);

  it('is read with its places, merges, dates, numbers and hidden sheets, remarks left out', () => {
    const bytes = book(`<Styles><Style ss:ID="s1"/></Styles><Worksheet ss:Name="名册 &amp; 表"><Table>
<Row ss:Index="2"><Cell ss:MergeAcross="2"><Data ss:Type="String">南城镇名册</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">姓&#10;名</Data><Comment><ss:Data>请核对</ss:Data></Comment></Cell><Cell ss:Index="3" ss:MergeDown="1"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>张</B>强</ss:Data></Cell></Row>
<Row><Cell><Data ss:Type="DateTime">1990-05-16T00:00:00.000</Data></Cell><Cell><Data ss:Type="Number">5.1142519900516102E+17</Data></Cell><Cell ss:Index="4"><Data ss:Type="Number">13712345678</Data></Cell></Row>
</Table></Worksheet><Worksheet ss:Name="旧"><Table/><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>`);
    const read = readTables(bytes);
    if (!read.ok) throw new Error(read.error.code);
    const [sheet, old] = read.workbook.sheets;
    expect(sheet?.name).toBe('名册 & 表');
    expect(sheet && shown(sheet)).toEqual([
      '2: A=南城镇名册',
      '3: A=姓\n名 C=张强',
      '4: A=1990-05-16 B=5.1142519900516102E+17 D=13712345678',
    ]);
    expect(sheet?.merges).toEqual([
      { top: 2, bottom: 2, left: 0, right: 2 },
      { top: 3, bottom: 4, left: 2, right: 2 },
    ]);
    expect(old).toEqual({ name: '旧', hidden: true, rows: [], merges: [] });
  });
});
