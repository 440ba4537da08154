import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { READ_ERRORS } from '../locale/zh-CN.ts';
import { NATIVE } from '../zip/native.node.ts';
import { type NativeUnpacking, unpackBy } from '../zip/unpack.ts';
import { inlineRows, makeWorkbook } from './made-workbook.ts';
import { readWorkbook } from './read-workbook.ts';

function codeOf(bytes: Uint8Array): string {
  const result = readWorkbook(bytes);
  if (result.ok) return 'ok';
  expect(READ_ERRORS[result.error.code].length).toBeGreaterThan(10);
  return result.error.code;
}

/** Every declared size of the central directory replaced. */
function lying(bytes: Uint8Array, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return copy;
}

const ROSTER = {
  名册: inlineRows([
    ['姓名', '性别'],
    ['张三', '男'],
  ]),
};

describe('a file that is no workbook gets a code and a sentence', () => {
  it('whatever it is', () => {
    expect(codeOf(new Uint8Array())).toBe('empty');
    expect(codeOf(strToU8('姓名,性别\n张三,男'))).toBe('not-a-zip');
    expect(codeOf(zipSync({ 'a.txt': strToU8('x') }))).toBe('no-workbook');
    expect(codeOf(zipSync({ 'xl/workbook.bin': strToU8('x') }))).toBe('xlsb');
    const rels =
      '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>';
    expect(codeOf(zipSync({ '_rels/.rels': strToU8(rels), 'word/document.xml': strToU8('<document/>') }))).toBe(
      'no-workbook',
    );
  });

  it('cut off anywhere', () => {
    const whole = makeWorkbook({ sheets: ROSTER });
    for (let length = 0; length < whole.length; length += 13) expect(codeOf(whole.subarray(0, length))).not.toBe('ok');
  });

  it('with a part missing or broken', () => {
    expect(codeOf(makeWorkbook({ sheets: ROSTER, parts: { 'xl/worksheets/sheet1.xml': null } }))).toBe('damaged');
    expect(codeOf(makeWorkbook({ sheets: ROSTER, parts: { 'xl/workbook.xml': '<workbook><sheets>' } }))).toBe(
      'bad-xml',
    );
    expect(codeOf(makeWorkbook({ sheets: ROSTER, parts: { 'xl/worksheets/sheet1.xml': 'nothing' } }))).toBe('bad-xml');
    expect(codeOf(makeWorkbook({ sheets: { 一: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' } }))).toBe('bad-xml');
    expect(codeOf(makeWorkbook({ sheets: { 一: '<row r="1"><c r="A1"><v>7' } }))).toBe('bad-xml');
    const invalid = new Uint8Array([
      ...strToU8('<worksheet><sheetData><row><c t="str"><v>'),
      0xff,
      0xff,
      ...strToU8('</v></c></row></sheetData></worksheet>'),
    ]);
    expect(codeOf(makeWorkbook({ sheets: ROSTER, parts: { 'xl/worksheets/sheet1.xml': invalid } }))).toBe('bad-xml');
  });
});

describe.each([
  ['unpacked by JavaScript', undefined],
  ["unpacked by Node's zlib", NATIVE],
])('a hostile workbook, %s,', (_, means) => {
  let before: NativeUnpacking | undefined;
  beforeAll(() => {
    before = unpackBy(means);
  });
  afterAll(() => {
    unpackBy(before);
  });

  it('that declares entities is refused, in every part', () => {
    const dtd = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
    const sheet = `${dtd}<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>`;
    expect(codeOf(makeWorkbook({ sheets: ROSTER, parts: { 'xl/worksheets/sheet1.xml': sheet } }))).toBe('dtd');
    expect(codeOf(makeWorkbook({ sheets: ROSTER, parts: { 'xl/workbook.xml': `${dtd}<workbook/>` } }))).toBe('dtd');
    expect(codeOf(makeWorkbook({ sheets: ROSTER, parts: { 'xl/sharedStrings.xml': `${dtd}<sst/>` } }))).toBe('dtd');
    expect(codeOf(makeWorkbook({ sheets: { 一: '<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>' } }))).toBe(
      'bad-xml',
    );
  });

  it('that unpacks to more than it may is refused, also when its sizes lie', () => {
    const bomb = makeWorkbook({
      sheets: ROSTER,
      parts: { 'xl/worksheets/sheet1.xml': new Uint8Array(20_000_000).fill(32) },
    });
    expect(codeOf(bomb)).toBe('too-large');
    expect(codeOf(lying(makeWorkbook({ sheets: ROSTER }), 10))).toBe('too-large');
    expect(codeOf(lying(makeWorkbook({ sheets: ROSTER }), 100_000))).toBe('damaged');
  });

  it('with cells at both ends and beyond costs nothing', () => {
    const data =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c><c r="XFE1048576"><v>3</v></c></row><row r="9999999"><c r="A9999999"><v>4</v></c><c><v>5</v></c></row>';
    const result = readWorkbook(
      makeWorkbook({
        sheets: { 一: data },
        tail: '<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="nonsense"/></mergeCells>',
      }),
    );
    if (!result.ok) throw new Error(result.error.code);
    const [sheet] = result.workbook.sheets;
    expect(sheet?.rows.map((r) => [r.row, r.cells[0]?.column])).toEqual([
      [1, 0],
      [1048576, 16383],
    ]);
    expect(sheet?.merges).toEqual([{ top: 1, bottom: 1048576, left: 0, right: 16383 }]);
  });

  it('with 60,000 empty styled rows keeps none of them', () => {
    const empty = Array.from(
      { length: 60_000 },
      (_, n) => `<row r="${n + 3}" s="1"><c r="A${n + 3}" s="1"/><c r="B${n + 3}" s="1"/></row>`,
    ).join('');
    const result = readWorkbook(makeWorkbook({ sheets: { 一: ROSTER.名册 + empty } }));
    expect(result.ok && result.workbook.sheets[0]?.rows.length).toBe(2);
  });

  it('with one endless cell or row is refused', () => {
    const cell = `<row r="1"><c r="A1" t="str"><v>${'长'.repeat(40_000)}</v></c></row>`;
    expect(codeOf(makeWorkbook({ sheets: { 一: cell } }))).toBe('text-too-long');
    const row = `<row r="1">${Array.from({ length: 300_000 }, (_, n) => `<c r="A1" t="str"><v>${n * 7919}</v></c>`).join('')}`;
    expect(codeOf(makeWorkbook({ sheets: { 一: row } }))).toBe('text-too-long');
  });

  it('whose names are those of prototypes or lead out of the folder is read like any other', () => {
    const rels =
      '<Relationships><Relationship Id="__proto__" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>';
    const workbook = '<workbook xmlns:r="r"><sheets><sheet name="__proto__" r:id="__proto__"/></sheets></workbook>';
    const parts = { 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': rels };
    expect(codeOf(makeWorkbook({ sheets: ROSTER, parts }))).toBe('damaged');
    const result = readWorkbook(
      makeWorkbook({ sheets: ROSTER, parts: { ...parts, 'etc/passwd': '<worksheet><sheetData/></worksheet>' } }),
    );
    expect(result.ok && result.workbook.sheets.map((s) => s.name)).toEqual(['__proto__']);
  });
});
