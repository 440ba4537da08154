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
