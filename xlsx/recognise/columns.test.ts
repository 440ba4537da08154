import { describe, expect, it } from 'vitest';
import { fieldsOf, LI, OFFICIAL, only, ZHANG } from './made-roster.node.ts';

describe('columns', () => {
  it('are known by meaning under headers that nobody listed', () => {
    const sheet = only([
      ['（2017年）后备干部情况'],
      [
        '编 号',
        '所属\n乡镇',
        '村委会（社区）',
        '*人选姓名',
        '性  别：',
        '出生年、月',
        '何时加入党组织',
        '现年龄',
        '受教育程度',
        '职业身份',
        '居民身份证件号码（18位）',
        '本人手机号码',
        '结对联系干部姓名、职务',
        '备　注',
      ],
      ZHANG,
      LI,
    ]);
    expect(sheet.headerRow).toBe(2);
    expect(sheet.columns.map((column) => column.field)).toEqual([
      'seq',
      'township',
      'village',
      'name',
      'gender',
      'birthMonth',
      'partyJoinMonth',
      'age',
      'education',
      'identity',
      'idNumber',
      'phone',
      'mentor',
      'remark',
    ]);
  });

  it('whose words another column fits are that one: 后备类别 over 近期 and 远期 beside 身份归类', () => {
    const at = OFFICIAL.indexOf('身份');
    const header = OFFICIAL.toSpliced(at, 1, '后备类别', '身份归类');
    const rows = [ZHANG, LI].map((row) => row.toSpliced(at, 0, '近期'));
    expect(fieldsOf(only([header, ...rows]))).toMatchObject({ 后备类别: undefined, 身份归类: 'identity' });
  });

  it('of two that may be meant the plainer one is: 挂点领导, not 包村领导', () => {
    const at = OFFICIAL.indexOf('结对干部姓名及职务');
    const header = OFFICIAL.toSpliced(at, 1, '包村领导', '挂点领导');
    const rows = [ZHANG, LI].map((row) => row.toSpliced(at, 0, '周镇长'));
    expect(fieldsOf(only([header, ...rows]))).toMatchObject({ 包村领导: undefined, 挂点领导: 'mentor' });
  });

  it('of villages with the number of their people are villages under any word', () => {
    const rows = [ZHANG, LI].map((row) => row.with(2, '白虎村\n2人'));
    expect(fieldsOf(only([OFFICIAL.with(2, '后备村（社区）'), ...rows]))['后备村（社区）']).toBe('village');
  });

  it('that only resemble another field are what their words say: 身份、职业 over 村民小组长', () => {
    const at = OFFICIAL.indexOf('身份');
    expect(only([OFFICIAL.with(at, '身份、职业'), ZHANG, LI]).columns[at]?.field).toBe('identity');
    const farmers = [ZHANG, LI].map((row) => row.with(at, '种植'));
    expect(only([OFFICIAL.with(at, '身份、职业'), ...farmers]).columns[at]?.field).not.toBe('identity');
  });

  it('below a heading of another word are known by their cells all the same', () => {
    const at = OFFICIAL.indexOf('学历');
    const top = OFFICIAL.with(at, '政治与学历').with(at + 1, '');
    const below = OFFICIAL.map(() => '')
      .with(at, '学历等级')
      .with(at + 1, '何种人员');
    const sheet = only([top, below, ZHANG, LI], '<mergeCells><mergeCell ref="I1:J1"/></mergeCells>');
    expect(sheet.columns.slice(at, at + 2).map(({ field }) => field)).toEqual(['education', 'identity']);
  });

  it('in another order, with some missing and some of the sender', () => {
    const sheet = only([
      [
        '姓名',
        '身份证',
        '结对干部联系电话',
        '家庭住址',
        '电话',
        '村',
        '乡镇',
        '学历',
        '性别',
        '结对干部',
        '入党介绍人',
      ],
      [
        '张强',
        ZHANG[10] ?? '',
        '13900000000',
        '白虎村3组',
        '13712345678',
        '白虎村',
        '南城镇',
        '本科',
        '男',
        '周华',
        '王某',
      ],
    ]);
    expect(fieldsOf(sheet)).toMatchObject({
      姓名: 'name',
      身份证: 'idNumber',
      电话: 'phone',
      村: 'village',
      结对干部: 'mentor',
    });
    expect(sheet.records[0]?.extra).toEqual({
      结对干部联系电话: '13900000000',
      家庭住址: '白虎村3组',
      入党介绍人: '王某',
    });
  });

  it('of ID numbers, mobile numbers and names are known by what they hold', () => {
    const header = OFFICIAL.with(10, '证照').with(11, '怎么找他').with(3, '何人');
    const fields = fieldsOf(only([header, ZHANG, LI]));
    expect([fields.证照, fields.怎么找他, fields.何人]).toEqual(['idNumber', 'phone', 'name']);
  });

  it('whose labels changed places, or that have none, are known by what they hold', () => {
    const people = [ZHANG, LI, LI.with(3, '王敏').with(5, '1991.6'), ZHANG.with(3, '赵刚')];
    const swapped = OFFICIAL.map((_, at) => OFFICIAL[({ 2: 3, 3: 2, 10: 11, 11: 10 } as const)[at] ?? at] ?? '');
    const expected = only([OFFICIAL, ...people]).records.map(({ texts }) => texts);
    expect(only([swapped, ...people]).records.map(({ texts }) => texts)).toEqual(expected);
    const bare = only(people.map((row, at) => row.with(0, String(at + 1))));
    expect(bare.columns.map(({ field }) => field)).toEqual(
      ['seq', 'township', 'village', 'name', 'gender', 'birthMonth', undefined, 'education', 'identity'].concat([
        'idNumber',
        'phone',
        'mentor',
      ]),
    );
  });

  it('of names are known under words of all kinds, rare surnames among them', () => {
    const people = ['褚伟', '戚丽娟', '王刚', '喻文军', '李娜'];
    for (const word of ['后备人选', '推荐对象', '本人']) {
      const header = OFFICIAL.map((label) => (label === '姓名' ? word : label));
      const sheet = only([header, ...people.map((name) => ZHANG.map((text, at) => (at === 3 ? name : text)))]);
      expect(sheet.records.map((record) => record.texts.name)).toEqual(people);
    }
    // What repeats, or is no name, stays the sender's own.
    const header = OFFICIAL.map((label) => (label === '姓名' ? '后备人选' : label));
    const sheet = only([header, ...people.map(() => ZHANG.map((text, at) => (at === 3 ? '村支部' : text)))]);
    expect(sheet.columns[3]?.field).toBeUndefined();
  });

  it('of two levels belong to their group', () => {
    const top = [...OFFICIAL.slice(0, 12), '结对干部', '', '备注'];
    const below = ['', '', '', '', '', '', '', '', '', '', '', '', '姓 名', '职 务', ''];
    const person = [...ZHANG.slice(0, 12), '周华', '组织委员', '好'];
    const merge = (ref: string): string => `<mergeCell ref="${ref}"/>`;
    const down = [...'ABCDEFGHIJKLO'].map((c) => merge(`${c}1:${c}2`)).join('');
    for (const tail of [`<mergeCells>${down}${merge('M1:N1')}</mergeCells>`, '']) {
      const sheet = only([top, below, person], tail);
      expect(sheet.headerRow).toBe(1);
      expect(
        sheet.records.map((record) => [record.row, record.texts.name, record.texts.mentor, record.texts.remark]),
      ).toEqual([[3, '张强', '周华 组织委员', '好']]);
    }
  });

  it('below the label of somebody else are theirs, where the person has their own', () => {
    const labels = ['姓名', '电话', '姓名', '性别', '学历', '身份证号码', '联系电话'];
    const sheet = only(
      [
        ['现任村党组织书记', '', '后备干部', '', '', '', ''],
        labels,
        ['李大山', '13900001111', '张强', '男', '本科', ZHANG[10] ?? '', '13712345678'],
      ],
      '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:G1"/></mergeCells>',
    );
    const [record] = sheet.records;
    expect(record?.texts).toMatchObject({ name: '张强', phone: '13712345678' });
    expect(record?.extra).toEqual({ '现任村党组织书记 姓名': '李大山', '现任村党组织书记 电话': '13900001111' });
  });

  it('under general groups are read by the lower level', () => {
    const groups = ['序号', '基本情况', '', '', '', '', '', '', '', '', '', '联系方式', '', ''];
    const sheet = only(
      [['附件'], groups, ['', ...OFFICIAL.slice(1)], ZHANG],
      '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="B2:K2"/><mergeCell ref="L2:N2"/></mergeCells>',
    );
    expect(sheet.headerRow).toBe(2);
    expect(sheet.records.map((record) => record.row)).toEqual([4]);
    expect(sheet.columns.map((column) => column.field)).toContain('seq');
    expect(sheet.records[0]?.texts).toMatchObject({ name: '张强', phone: '13712345678', mentor: '周华 组织委员' });
  });

  it('of three levels belong to the nearest group, and labels without one stand in any of the levels', () => {
    const rows = [
      ['名册'],
      ['序号', '基本情况', '', '', '', '政治情况', '证件及联系方式', '', '帮带情况', '', '', '学历', '备注'],
      ['', '所属', '', '个人', '', '', '身份证号（18位）', '手机', '结对干部', '', '', '', ''],
      ['', '乡镇', '村（社区）', '姓名', '性别', '入党时间', '', '', '姓名', '职务', '电话', '', ''],
      ...[ZHANG, LI].map((p) => [
        ...[0, 1, 2, 3, 4, 6, 10, 11].map((at) => p[at] ?? ''),
        '周华',
        '组织委员',
        '13900000000',
        p[8] ?? '',
        '好',
      ]),
    ];
    const merges = ['A2:A4', 'B2:E2', 'G2:H2', 'I2:K2', 'B3:C3', 'D3:E3', 'I3:K3', 'G3:G4', 'L2:L4', 'M2:M4'];
    const tail = `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    const sheet = only(rows, tail);
    expect([sheet.headerRow, ...sheet.records.map((record) => record.row)]).toEqual([2, 5, 6]);
    expect(sheet.columns.map(({ field }) => field)).toEqual([
      'seq',
      'township',
      'village',
      'name',
      'gender',
      'partyJoinMonth',
      'idNumber',
      'phone',
      'mentor',
      'mentor',
      undefined,
      'education',
      'remark',
    ]);
    expect(sheet.records[0]?.texts.mentor).toBe('周华 组织委员');
    // A heading that happens to be called like a field is none.
    const headed = rows.map((row) => row.map((text) => (text === '个人' ? '其他信息' : text)));
    expect(only(headed, tail).columns.map(({ field }) => field)).toEqual(sheet.columns.map(({ field }) => field));
  });

  it('whose names stand in the lower level only make a table all the same', () => {
    const rows = [
      ['序号', '基本情况', '', '', '入党日期', '年龄', '学历', '身份', '证件及联系方式', '', '结对干部', '', '说明'],
      ['', '姓名', '性别', '出生（年月）', '', '', '', '', '证件号码', '电话', '姓名', '职务', ''],
      ['1', '张强', '男', '1990.05', '', '27', '本科', '社工', '511425199005161434', '13712345678', '周华', '书记', ''],
    ];
    const merges = ['B1:D1', 'I1:J1', 'K1:L1'].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    const sheet = only(rows, `<mergeCells>${merges}</mergeCells>`);
    expect(sheet.records.map(({ texts }) => [texts.name, texts.idNumber, texts.mentor])).toEqual([
      ['张强', '511425199005161434', '周华 书记'],
    ]);
  });

  it('that say plainly what they are keep cells that are all wrong: they are told, not lost', () => {
    const wrong = ZHANG.with(2, '白虎').with(3, '张强（已退出）').with(5, '########').with(11, '1.38E+10');
    const turned = (row: readonly string[]) => row.toReversed();
    const [record, other] = [only([OFFICIAL, wrong]).records[0], only([turned(OFFICIAL), turned(wrong)]).records[0]];
    expect(other?.texts).toEqual(record?.texts);
    expect(record?.texts).toMatchObject({
      village: '白虎',
      name: '张强（已退出）',
      birthMonth: '########',
      phone: '1.38E+10',
    });
  });

  it('without a header, as far as the rows go on to either side, are columns; a note further off is none', () => {
    const header = OFFICIAL.map((label) =>
      ['姓名', '性别', '学历', '身份', '身份证号码'].includes(label) ? label : '',
    );
    const people = [ZHANG, LI, LI.with(3, '王芳')].map((row) => row.slice(0, 13));
    const sheet = only([header, ...people.with(0, [...(people[0] ?? []), '', '', '请核对'])]);
    expect(sheet.records[0]?.texts).toMatchObject({ township: '南城镇', village: '白虎村', phone: '13712345678' });
    expect(sheet.records[0]?.extra).not.toHaveProperty('第16列');
  });

  it('with names of prototypes are kept like others', () => {
    const sheet = only([
      [...OFFICIAL, '__proto__', 'constructor'],
      [...ZHANG, '甲', '乙'],
    ]);
    expect(Object.entries(sheet.records[0]?.extra ?? {})).toEqual([
      ['__proto__', '甲'],
      ['constructor', '乙'],
    ]);
  });
});
