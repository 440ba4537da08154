import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTables } from '../read-tables.ts';
import type { Sheet, Workbook } from '../types.ts';
import { type MadeOds, makeOds, odsContent, odsRow, odsText } from './testing/made-ods.ts';

function read(bytes: Uint8Array): Workbook {
  const result = readTables(bytes);
  if (!result.ok) throw new Error(result.error.code);
  return result.workbook;
}

function codeOf(made: MadeOds): string {
  const result = readTables(makeOds(made));
  return result.ok ? 'ok' : result.error.code;
}

function only(content: string, styles = ''): Sheet {
  const [sheet] = read(makeOds({ tables: { 名册: content }, styles })).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** Rows as `3: A=… C=…`. */
function shown({ rows }: Pick<Sheet, 'rows'>): string[] {
  return rows.map(({ row, cells }) => `${row}: ${cells.map((c) => `${'ABCDEFGH'[c.column]}=${c.text}`).join(' ')}`);
}

const value = (attributes: string, text: string): string =>
  `<table:table-cell ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const float = (number: string, text: string): string =>
  value(`office:value-type="float" office:value="${number}"`, text);

describe('an .ods', () => {
  it('has its cells where they stand, repeated ones each, covered ones and remarks as they are', () => {
    const sheet = only(
      [
        '<table:table-column table:number-columns-repeated="16384"/><table:table-header-rows>',
        odsRow(
          odsText('名册', 'table:number-columns-spanned="3" table:number-rows-spanned="2"'),
          '<table:covered-table-cell table:number-columns-repeated="2"/>',
        ),
        '</table:table-header-rows><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
        odsRow(
          odsText('村', 'table:number-columns-repeated="2"'),
          '<table:table-cell/>',
          odsText('姓名<office:annotation><text:p>请核对</text:p></office:annotation>'),
        ),
        `<table:table-row table:number-rows-repeated="2">${odsText('白虎村')}</table:table-row>`,
        odsRow('<table:covered-table-cell office:value-type="string"><text:p>藏</text:p></table:covered-table-cell>'),
        '<table:table-row table:number-rows-repeated="1048567"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>',
      ].join(''),
    );
    expect(shown(sheet)).toEqual(['1: A=名册', '4: A=村 B=村 D=姓名', '5: A=白虎村', '6: A=白虎村', '7: A=藏']);
    expect(sheet.merges).toEqual([{ top: 1, bottom: 2, left: 0, right: 2 }]);
  });

  it('keeps spaces, tabs, lines and paragraphs of a text; line ends of the file are none', () => {
    const text =
      '张<text:s text:c="2"/>三 <text:span>四  五</text:span><text:tab/>六<text:line-break/>七</text:p>\n<text:p>八\n   <text:a>九</text:a>';
    expect(only(odsRow(odsText(text))).rows[0]?.cells[0]?.text).toBe('张  三 四  五\t六\n七\n八九');
    expect(only(odsRow(odsText('\n  审核人\n  王五'))).rows[0]?.cells[0]?.text).toBe('审核人 王五');
  });

  it('shows numbers as they were shown where their format says so, else with all digits; days as days', () => {
    const sheet = only(
      odsRow(
        float('1993.1', '1993.10'),
        float('511425198501010000', '5.1142519850101E+017'),
        float('12345678901', '1.23E+10'),
        value('office:value-type="date" office:date-value="1990-05-01"', '1990年5月'),
        value('office:value-type="date" office:date-value="1990-05-01T13:45:00"', '1990/5/1'),
        value('office:value-type="time" office:time-value="PT09H05M30S"', '9:05:30 上午'),
        value('office:value-type="boolean" office:boolean-value="true"', '真'),
        value('office:value-type="percentage" office:value="0.25"', '25%'),
      ) +
        odsRow(
          value('office:value-type="string" office:string-value="" calcext:value-type="error"', '#N/A'),
          float('0.25', '0'),
          float('-5', '\u22125'),
          float('1', 'TRUE'),
          value('office:value-type="time" office:time-value="PT47834H23M59.999999S"', '47834:24'),
          // As Excel writes it.
          value('office:value-type="time" office:time-value="PT6H9M23S"', '6:09 AM'),
          value('office:value-type="date" office:date-value="-32768-01-01"', '#FMT'),
        ),
    );
    expect(shown(sheet)).toEqual([
      '1: A=1993.10 B=5.1142519850101E+17 C=12345678901 D=1990-05-01 E=1990-05-01 13:45 F=09:05:30 G=TRUE H=25%',
      '2: A=#N/A B=0.25 C=-5 D=TRUE E=1993.1 F=06:09:23 G=#FMT',
    ]);
    expect(sheet.rows.map(({ cells }) => cells.map(({ kind }) => kind))).toEqual([
      ['number', 'number', 'number', 'date', 'date', 'date', 'boolean', 'number'],
      ['error', 'number', 'number', 'boolean', 'number', 'date', 'date'],
    ]);
  });

  it('knows the formats that shape numbers, by the style, its parent, and the one for other signs', () => {
    const digits = '<number:number number:decimal-places="0" number:min-integer-digits="1"/>';
    const styles = `<number:number-style style:name="N1">${digits}</number:number-style>
<number:number-style style:name="N0"><number:number number:min-integer-digits="1"/></number:number-style>
<number:text-style style:name="N9"><number:text-content/><style:map style:condition="value()&gt;0" style:apply-style-name="N1"/></number:text-style>
<style:style style:name="p" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="a" style:family="table-cell" style:parent-style-name="p"/>
<style:style style:name="b" style:family="table-cell" style:data-style-name="N9"/>
<style:style style:name="c" style:family="table-cell" style:data-style-name="N0"/>`;
    const styled = (style: string): string =>
      value(`table:style-name="${style}" office:value-type="float" office:value="31.4"`, '31');
    expect(shown(only(odsRow(styled('a'), styled('b'), styled('c'), styled('?')), styles))).toEqual([
      '1: A=31 B=31 C=31.4 D=31.4',
    ]);
  });

  it('names formulas without a result, but for those that only name another cell', () => {
    const formula = (code: string): string => `<table:table-cell table:formula="${code}"/>`;
    const sheet = only(
      odsRow(
        odsText('白虎村'),
        formula('of:=[.A1]'),
        formula('of:=NOW()'),
        '<table:table-cell table:formula="of:=T(1)"><text:p/></table:table-cell>',
      ),
    );
    expect(shown(sheet)).toEqual(['1: A=白虎村 B=白虎村']);
    expect(sheet.uncalculated).toEqual([{ row: 1, column: 2, formula: 'NOW()' }]);
  });

  it('knows what is crossed out by the style of the cell, its parent, the row or the column', () => {
    const struck = '<style:text-properties style:text-line-through-style="solid"/>';
    const named = `<office:document-styles xmlns:office="o" xmlns:style="s"><style:style style:name="旧" style:family="table-cell">${struck}</style:style></office:document-styles>`;
    const styles = `<style:style style:name="a" style:family="table-cell" style:parent-style-name="旧"/><style:style style:name="b" style:family="table-cell" style:parent-style-name="旧"><style:text-properties style:text-line-through-style="none"/></style:style><style:style style:name="c" style:family="paragraph">${struck}</style:style>`;
    const content =
      '<table:table-column/><table:table-column table:default-cell-style-name="a"/>' +
      odsRow(odsText('一', 'table:style-name="a"'), odsText('二'), odsText('三', 'table:style-name="c"')) +
      `<table:table-row table:default-cell-style-name="旧">${odsText('四')}${odsText('五', 'table:style-name="b"')}</table:table-row>`;
    const [sheet] = read(makeOds({ tables: { 名册: content }, styles, parts: { 'styles.xml': named } })).sheets;
    expect(sheet?.struck).toEqual([
      { row: 1, column: 0 },
      { row: 1, column: 1 },
      { row: 2, column: 0 },
    ]);
  });

  it('marks hidden tables, and leaves out copies of other workbooks, drawings and cells of before a change', () => {
    const hidden =
      '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const tables = {
      名册: `<table:shapes><draw:frame><draw:text-box><text:p>图</text:p></draw:text-box></draw:frame></table:shapes>${odsRow(odsText('甲<draw:frame><text:p>乙</text:p></draw:frame>'))}`,
      '旧" table:style-name="h': odsRow(odsText('乙')),
      "'file:///a.ods'#Sheet1": `<table:table-source/>${odsRow(odsText('丙'))}`,
    };
    const made = { tables, styles: hidden };
    expect(read(makeOds(made)).sheets.map((sheet) => [sheet.name, sheet.hidden, ...shown(sheet)])).toEqual([
      ['名册', false, '1: A=甲'],
      ['旧', true, '1: A=乙'],
    ]);
  });

  it('in one file, or packed anew without its kind, is read as well', () => {
    const tables = { 名册: odsRow(odsText('姓名')) };
    expect(read(strToU8(odsContent({ tables }, 'document'))).sheets.map(shown)).toEqual([['1: A=姓名']]);
    expect(read(makeOds({ tables, parts: { mimetype: null } })).sheets.map(shown)).toEqual([['1: A=姓名']]);
  });
});

describe('an OpenDocument that cannot be read says why', () => {
  const tables = { 名册: odsRow(odsText('姓名')) };
  it('with a password, of another kind, broken', () => {
    const manifest = '<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>';
    expect(codeOf({ tables, parts: { 'META-INF/manifest.xml': manifest } })).toBe('encrypted');
    expect(codeOf({ tables, kind: 'text' })).toBe('word');
    expect(codeOf({ tables, kind: 'presentation' })).toBe('ods');
    expect(codeOf({ tables, parts: { 'content.xml': null } })).toBe('damaged');
    expect(codeOf({ tables, parts: { 'content.xml': odsContent({ tables }).slice(0, -40) } })).toBe('bad-xml');
    expect(codeOf({ tables, parts: { 'content.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' } })).toBe('dtd');
  });

  it('or asks for more than a roster does', () => {
    const cell = odsText('x', 'table:number-columns-repeated="16384"');
    const many = `<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`;
    expect(codeOf({ tables: { 一: many } })).toBe('too-many-cells');
    expect(codeOf({ tables: { 一: odsRow(odsText('<text:s text:c="999999"/>')) } })).toBe('text-too-long');
    expect(codeOf({ tables: { 一: `<table:table-row a="${'x'.repeat(2_000_000)}"/>` } })).toBe('text-too-long');
    expect(codeOf({ tables: { 一: '<text:span>'.repeat(300) } })).toBe('bad-xml');
  });
});
