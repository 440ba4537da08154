import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';

const HEADER =
  '序号,乡镇,村(社区),姓名,性别,出生年月,入党时间,年龄,学历,身份,身份证号码,联系电话,结对干部姓名及职务,备注'.split(
    ',',
  );

function person(n: number): string[] {
  const year = 1983 + (n % 14);
  const month = String(1 + (n % 12)).padStart(2, '0');
  const first17 = `511425${year}${month}${String(1 + (n % 28)).padStart(2, '0')}${String(n % 1000).padStart(3, '0')}`;
  const village = `${'白虎金牛兰沟天平中岩桐林'.slice((n % 6) * 2, (n % 6) * 2 + 2)}${'东西南北'.charAt(n % 4)}村`;
  const name =
    '王李张刘陈杨黄赵吴周'.charAt(n % 10) +
    '芳敏静秀丽强磊军洋勇'.charAt((n * 7) % 10) +
    '艳杰娟涛明超兰霞平刚'.charAt((n * 3) % 10);
  const gender = n % 2 === 1 ? '男' : '女';
  const joined = n % 3 === 0 ? '' : `${year + 20}.${month}`;
  const age = String(2017 - year - (Number(month) === 12 ? 1 : 0));
  const phone = `1${['35', '58', '81', '77'][n % 4] ?? '35'}${String(10_000_000 + n)}`;
  return [
    String(n + 1),
    '南城镇',
    village,
    name,
    gender,
    `${year}.${month}`,
    joined,
    age,
    '本科',
    '村民小组长',
    first17 + checkDigit(first17),
    phone,
    '周华 驻村第一书记',
    '',
  ];
}

function checkDigit(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(first17.charAt(i)) * (2 ** (17 - i) % 11);
  return '10X98765432'.charAt(sum % 11);
}

/** A roster of so many people: shared strings, as Excel and WPS save; numbers as numbers. */
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
  for (let n = 0; n < rows; n++) add(person(n), n + 4);
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
