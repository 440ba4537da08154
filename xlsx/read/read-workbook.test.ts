import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type MadeWorkbook, makeWorkbook } from './made-workbook.ts';
import { readWorkbook, type Workbook } from './read-workbook.ts';
import { columnName } from './reference.ts';

function read(made: MadeWorkbook): Workbook {
  const result = readWorkbook(makeWorkbook(made));
  if (!result.ok) throw new Error(`${result.error.code} ${result.error.part ?? ''}`);
  return result.workbook;
}

/** `A1` → `text|kind` of the first sheet. */
function cells(made: MadeWorkbook): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { row, cells } of read(made).sheets[0]?.rows ?? []) {
    for (const cell of cells) found[`${columnName(cell.column)}${row}`] = `${cell.text}|${cell.kind}`;
  }
  return found;
}

const STYLES = `<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="171" formatCode="000000"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="2"/><xf numFmtId="49"/><xf numFmtId="171"/><xf numFmtId="57"/></cellXfs>`;

describe('texts', () => {
  it('come from shared, inline, rich and formula strings, without phonetic runs', () => {
    const strings =
      '<si><t>张三</t></si><si><r><rPr><b/></rPr><t>李</t></r><r><t xml:space="preserve"> 四</t></r><rPh sb="0" eb="1"><t>り</t></rPh><phoneticPr/></si><si/>';
    const data =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><r><t>王</t></r><r><t>五</t></r></is></c><c r="E1" t="str"><f>A1&amp;"x"</f><v>赵&amp;六</v></c></row>';
    expect(cells({ sheets: { 一: data }, strings })).toEqual({
      A1: '张三|text',
      B1: '李 四|text',
      D1: '王五|text',
      E1: '赵&六|text',
    });
  });

  it('keep references, escapes, line breaks and rare characters', () => {
    const data =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>&lt;姓&#10;名&#x20000;_x000D_&gt;</t></is></c><c r="B1" t="inlineStr"><is><t>㛃䶮𬭎</t></is></c></row>';
    expect(cells({ sheets: { 一: data } })).toEqual({ A1: '<姓\n名\u{20000}\r>|text', B1: '㛃䶮𬭎|text' });
  });

  it('survive comments and CDATA sections', () => {
    const data =
      '<row r="1"><!-- </row><c r="A1"><v>9</v></c> --><c r="A1" t="inlineStr"><is><t><![CDATA[甲<&乙]]></t></is></c></row>';
    expect(cells({ sheets: { 一: data } })).toEqual({ A1: '甲<&乙|text' });
  });

  it('of processing instructions are none, wherever a large sheet is cut into pieces', () => {
    const row = (n: number): string => `<row r="${n}"><c r="A${n}" t="inlineStr"><is><t>甲</t></is></c></row>`;
    const rows = Array.from({ length: 1500 }, (_, n) => row(n + 1000));
    const [whole, bytes] = [65_536, strToU8(row(1000)).length];
    const near = Math.floor(whole / bytes);
    for (let n = near - 4; n <= near + 1; n++) {
      const data = rows.with(n, `${rows[n]}<?x <c r="B${n + 1000}"><v>9</v></c>?>`).join('');
      expect(Object.keys(cells({ sheets: { 一: data } }))).toHaveLength(rows.length);
    }
  });

  it('are read in other encodings', () => {
    const made = { sheets: { 一: '' } };
    const xml =
      '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名册</t></is></c></row></sheetData></worksheet>';
    const utf16 = new Uint8Array(2 + 2 * xml.length);
    utf16.set([0xff, 0xfe]);
    for (let i = 0; i < xml.length; i++) {
      utf16[2 + 2 * i] = xml.charCodeAt(i) & 255;
      utf16[3 + 2 * i] = xml.charCodeAt(i) >> 8;
    }
    expect(cells({ ...made, parts: { 'xl/worksheets/sheet1.xml': utf16 } })).toEqual({ A1: '名册|text' });
    const bom = new Uint8Array([0xef, 0xbb, 0xbf, ...strToU8(xml.replace('UTF-16', 'UTF-8'))]);
    expect(cells({ ...made, parts: { 'xl/worksheets/sheet1.xml': bom } })).toEqual({ A1: '名册|text' });
  });
});

describe('numbers', () => {
  it('are shown by their format', () => {
    const data =
      '<row r="1"><c r="A1"><v>1990.1</v></c><c r="B1" s="3"><v>1990.1</v></c><c r="C1" s="5"><v>42</v></c><c r="D1" s="4"><v>13712345678</v></c><c r="E1"><v>0.30000000000000004</v></c><c r="F1" t="n"><v>1E3</v></c></row>';
    expect(cells({ sheets: { 一: data }, styles: STYLES })).toEqual({
      A1: '1990.1|number',
      B1: '1990.10|number',
      C1: '000042|number',
      D1: '13712345678|number',
      E1: '0.3|number',
      F1: '1000|number',
    });
  });

  it('that have lost digits never look like 18 digits', () => {
    const data =
      '<row r="1"><c r="A1"><v>5.11425198501010E+17</v></c><c r="B1" s="3"><v>511425198501010000</v></c></row>';
    expect(cells({ sheets: { 一: data }, styles: STYLES })).toEqual({
      A1: '5.11425198501010E+17|number',
      B1: '5.1142519850101E+17|number',
    });
  });

  it('are dates by built-in and own formats, in both epochs', () => {
    const data =
      '<row r="1"><c r="A1" s="1"><v>32994</v></c><c r="B1" s="2"><v>32994</v></c><c r="C1" s="6"><v>32994.5</v></c><c r="D1" t="d"><v>1990-05-01T00:00:00</v></c><c r="E1" s="1"><v>59</v></c></row>';
    expect(cells({ sheets: { 一: data }, styles: STYLES })).toEqual({
      A1: '1990-05-01|date',
      B1: '1990-05-01|date',
      C1: '1990-05-01 12:00|date',
      D1: '1990-05-01|date',
      E1: '1900-02-28|date',
    });
    const later = '<row r="1"><c r="A1" s="1"><v>31532</v></c></row>';
    expect(cells({ sheets: { 一: later }, styles: STYLES, properties: 'date1904="1"' })).toEqual({
      A1: '1990-05-01|date',
    });
  });

  it('need no styles part, and booleans and errors are told apart', () => {
    const data =
      '<row r="1"><c r="A1" s="7"><v>31</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1"><f>NOW()</f></c></row>';
    expect(cells({ sheets: { 一: data } })).toEqual({ A1: '31|number', B1: 'TRUE|boolean', C1: '#N/A|error' });
  });
});

describe('structure', () => {
  it('cells and rows without a reference follow the one before', () => {
    const data =
      "<row><c><v>1</v></c><c><v>2</v></c></row><row r='5'><c r='C5'><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>";
    expect(Object.keys(cells({ sheets: { 一: data } }))).toEqual(['A1', 'B1', 'C5', 'D5', 'A6']);
  });

  it('rows and cells out of order are put in order, a row in two pieces is one', () => {
    const data =
      '<row r="3"><c r="B3"><v>2</v></c></row><row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>';
    const rows = read({ sheets: { 一: data } }).sheets[0]?.rows;
    expect(rows?.map((r) => [r.row, ...r.cells.map((c) => c.column)])).toEqual([
      [1, 0, 2],
      [3, 0, 1],
    ]);
  });

  it('merges, hidden sheets and prefixes are read', () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c r="B1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:A3"/></x:mergeCells></x:worksheet>';
    const workbook =
      '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="a &amp; b" sheetId="1" state="veryHidden" r:id="rId1"/></x:sheets></x:workbook>';
    const made = read({
      sheets: { 一: '' },
      parts: { 'xl/workbook.xml': workbook, 'xl/worksheets/sheet1.xml': sheet },
    });
    expect(made.sheets).toEqual([
      {
        name: 'a & b',
        hidden: true,
        rows: [
          {
            row: 1,
            cells: [
              { column: 0, text: '甲', kind: 'text' },
              { column: 1, text: '2', kind: 'number' },
            ],
          },
        ],
        merges: [{ top: 1, bottom: 3, left: 0, right: 0 }],
      },
    ]);
  });

  it('parts are found by absolute, relative, backslash and differently cased names', () => {
    const data = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
    const rels =
      '<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/../xl/worksheets/sheet1.xml"/><Relationship Id="b" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/sharedStrings" Target=".\\sharedstrings.xml"/></Relationships>';
    const strings = '<sst><si><t>甲</t></si></sst>';
    const parts = {
      'xl/_rels/workbook.xml.rels': rels,
      'xl/sharedStrings.xml': null,
      'xl\\SharedStrings.xml': strings,
    };
    expect(cells({ sheets: { 一: data }, parts })).toEqual({ A1: '甲|text' });
  });

  it('rows larger than one piece of the stream are whole', () => {
    const rows = Array.from(
      { length: 3000 },
      (_, n) =>
        `<row r="${n + 1}"><c r="A${n + 1}" t="inlineStr"><is><t>第${n}行：${'名册'.repeat(40)}</t></is></c></row>`,
    );
    const found = read({ sheets: { 一: rows.join('') } }).sheets[0]?.rows ?? [];
    expect(found.length).toBe(3000);
    expect(found.every((row, n) => row.row === n + 1 && row.cells[0]?.text === `第${n}行：${'名册'.repeat(40)}`)).toBe(
      true,
    );
  });
});
