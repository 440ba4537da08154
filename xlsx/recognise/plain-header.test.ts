import { expect, it } from 'vitest';
import { LI, type Rows, recognise, ZHANG } from './made-roster.node.ts';

const ID = 10;
const [zhang = '', li = ''] = [ZHANG[ID], LI[ID]];

/** Who is found on the only sheet, field by field; nothing where no table is seen. */
function found(rows: Rows, name = 'Sheet1'): readonly Readonly<Record<string, string>>[] {
  return recognise({ [name]: rows }).sheets.flatMap(({ records }) => records.map(({ texts }) => texts));
}

it.each<[string, Rows]>([
  [
    'names and ID numbers',
    [
      ['姓名', '身份证号码'],
      ['张强', zhang],
      ['李芳', li],
    ],
  ],
  ['one person under a title', [['白虎村后备干部身份证号码'], ['序号', '姓名', '身份证号'], ['1', '张强', zhang]]],
  [
    'one number destroyed by a float',
    [
      ['姓名', '身份证号码'],
      ['张强', '5.11425199E+17'],
      ['李芳', li],
    ],
  ],
  [
    'names and telephone numbers',
    [
      ['姓名', '联系电话'],
      ['张强', '13712345678'],
      ['李芳', '13712345679'],
    ],
  ],
  [
    'villages and names',
    [
      ['村', '姓名'],
      ['白虎村', '张强'],
      ['金牛村', '李芳'],
    ],
  ],
])('a list of %s is read', (_, rows) => {
  const people = found(rows);
  expect(people.map(({ name }) => name)).toEqual(
    rows.length === 3 && rows[0]?.length === 1 ? ['张强'] : ['张强', '李芳'],
  );
});

it('each text goes to its field, and what stands below the people is none', () => {
  const rows = [['姓名', '身份证号码'], ['张强', zhang], ['李芳', li], ['填表人：王五'], ['2017年12月1日']];
  expect(found(rows)).toEqual([
    { name: '张强', idNumber: zhang },
    { name: '李芳', idNumber: li },
  ]);
});

it.each<[string, Rows, string?]>([
  [
    'a list to sign',
    [
      ['姓名', '身份证号码', '签名'],
      ['张强', zhang, ''],
      ['李芳', li, ''],
    ],
  ],
  ['who came to a meeting', [['会议签到表'], ['姓名', '联系电话'], ['张强', '13712345678'], ['李芳', '13712345679']]],
  [
    'a directory',
    [
      ['姓名', '联系电话'],
      ['张强', '13712345678'],
      ['李芳', '13712345679'],
    ],
    '通讯录',
  ],
  [
    'who filled the table in',
    [
      ['填报单位', '南城镇'],
      ['填报人', '张强'],
      ['联系电话', '13712345678'],
    ],
  ],
  [
    'who may be asked',
    [
      ['填报人', '联系电话'],
      ['张强', '13712345678'],
      ['李芳', '13712345679'],
    ],
  ],
  [
    'a single contact',
    [
      ['姓名', '联系电话'],
      ['张强', '13712345678'],
    ],
  ],
  ['an empty list', [['姓名', '身份证号码'], ['', ''], ['填表人：王五']]],
  [
    'members of a family',
    [
      ['姓名', '与本人关系', '联系电话'],
      ['张强', '父子', '13712345678'],
      ['李芳', '母子', '13712345679'],
    ],
  ],
  [
    'other words in the place of names',
    [
      ['姓名', '联系电话'],
      ['党委办公室', '028-38812345'],
      ['组织办', '028-38812346'],
    ],
  ],
])('%s is no list of people', (_, rows, name) => {
  expect(found(rows, name)).toEqual([]);
});

it('beside a roster it stays what it is', () => {
  const roster = [
    ['姓名', '性别', '身份证号码', '联系电话', '学历'],
    ['王五', '男', zhang, '13712345670', '本科'],
  ];
  const { sheets, others } = recognise({
    名册: roster,
    名单: [
      ['姓名', '身份证号码'],
      ['李芳', li],
    ],
  });
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['名册']);
  expect(others).toEqual(['名单']);
});
