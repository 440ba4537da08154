import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { ageAt } from '../formulas/age.ts';
import { asText } from '../formulas/value.ts';
import { benchProject } from './people.ts';

const HEADER =
  '序号,乡镇,村(社区),姓名,性别,出生年月,入党时间,年龄,学历,身份,身份证号码,联系电话,结对干部姓名及职务,备注'.split(
    ',',
  );

const FIELDS =
  'township village name gender birthMonth partyJoinMonth age education identity idNumber phone mentor'.split(' ');

/** A roster of so many people, one in ten with a mistake: shared strings, as Excel and WPS save; numbers as numbers. */
export function largeRoster(rows: number): Uint8Array {
  const strings = new Map<string, number>();
  const out: string[] = [];
  const add = (texts: readonly string[], row: number): void => {
    let xml = `<row r="${row}">`;
    texts.forEach((text, c) => {
      if (text === '') return;
      const at = `${String.fromCharCode(65 + c)}${row}`;
      if (c === 0 && row > 3) {
        xml += `<c r="${at}" s="1"><v>${text}</v></c>`;
        return;
      }
      const index = strings.get(text) ?? strings.size;
      strings.set(text, index);
      xml += `<c r="${at}" s="1" t="s"><v>${index}</v></c>`;
    });
    out.push(`${xml}</row>`);
  };
  add(['附件 1'], 1);
  add(['青神县村级后备干部名册'], 2);
  add(HEADER, 3);
  (benchProject(rows).records.person ?? []).forEach((person, n) => {
    const age = asText(ageAt.run(String(person.idNumber ?? ''), '', '2017-11-30'));
    add([String(n + 1), ...FIELDS.map((field) => (field === 'age' ? age : String(person[field] ?? ''))), ''], n + 4);
  });
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const part = (text: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
  return zipSync({
    '_rels/.rels': part(
      `<Relationships><Relationship Id="a" Type="${rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': part(
      `<workbook xmlns:r="${rel}"><sheets><sheet name="名册" sheetId="1" r:id="a"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': part(
      `<Relationships><Relationship Id="a" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    'xl/sharedStrings.xml': part(`<sst>${[...strings.keys()].map((s) => `<si><t>${s}</t></si>`).join('')}</sst>`),
    'xl/worksheets/sheet1.xml': part(`<worksheet><sheetData>${out.join('')}</sheetData></worksheet>`),
  });
}

/** Merely unzips and runs saxes over all parts. */
export function unzipAndParse(bytes: Uint8Array): void {
  for (const part of Object.values(unzipSync(bytes))) {
    const parser = new SaxesParser();
    parser.write(strFromU8(part)).close();
  }
}
