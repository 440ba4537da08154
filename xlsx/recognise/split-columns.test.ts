import { describe, expect, it } from 'vitest';
import { OFFICIAL, only, ZHANG } from './made-roster.node.ts';

const at = (label: string): number => OFFICIAL.indexOf(label);

/** The official header and a person, with one column split into several. */
function split(label: string, labels: readonly string[], texts: readonly string[]) {
  const place = at(label);
  return only([OFFICIAL.toSpliced(place, 1, ...labels), ZHANG.toSpliced(place, 1, ...texts)]).records[0];
}

describe('one field in several columns', () => {
  it.each([
    [['出生年', '月'], ['1990', '1'], '1990年1'],
    [['出生年份', '出生月份'], ['1990', '10'], '1990年10'],
    [['出生年', '月', '日'], ['1990年', '5月', '16日'], '1990年5月16'],
    [['出生年月', '', ''], ['1990', '5', '16'], '1990年5月16'],
  ])('a date: %j', (labels, texts, joined) => {
    expect(split('出生年月', labels, texts)?.texts.birthMonth).toBe(joined);
  });

  it('year and month under one label', () => {
    const place = at('出生年月');
    const sheet = only(
      [
        OFFICIAL.toSpliced(place + 1, 0, ''),
        OFFICIAL.map(() => '').toSpliced(place, 1, '年', '月'),
        ZHANG.toSpliced(place, 1, '1990', '10'),
      ],
      '<mergeCells><mergeCell ref="F1:G1"/></mergeCells>',
    );
    expect(sheet.records.map(({ texts }) => texts.birthMonth)).toEqual(['1990年10']);
  });

  it.each([
    [['结对干部姓名', '职务'], ['周华', '组织委员'], '周华 组织委员'],
    [['帮带领导', '单位', '职务'], ['周华', '汉阳镇', '党委委员'], '周华 汉阳镇 党委委员'],
  ])('a mentor and the post: %j', (labels, texts, joined) => {
    expect(split('结对干部姓名及职务', labels, texts)?.texts.mentor).toBe(joined);
  });

  it.each([
    [
      ['身份证号（前6位）', '身份证号（后12位）'],
      ['511425', '199005161434'],
    ],
    [
      ['身份证号码', ''],
      ['511425', '199005161434'],
    ],
    [
      ['身份证号', '出生日期码', '顺序码'],
      ['511425', '19900516', '1434'],
    ],
  ])('an ID number: %j', (labels, texts) => {
    const place = at('身份证号码');
    const row = ZHANG.toSpliced(place, 1, ...texts);
    const sheet = only([OFFICIAL.toSpliced(place, 1, ...labels), row, row.with(3, '王芳')]);
    expect(sheet.records.map(({ texts: read }) => read.idNumber)).toEqual(['511425199005161434', '511425199005161434']);
  });

  it('an ID number written twice is one, and the other stays a column of the sender', () => {
    const again = split(
      '身份证号码',
      ['身份证号码', '身份证号码（核对）'],
      ['511425199005161434', '511425199005161434'],
    );
    expect(again?.texts.idNumber).toBe('511425199005161434');
    expect(again?.extra).toEqual({ '身份证号码（核对）': '511425199005161434' });
  });

  it('出生月 beside 出生年 is the month, though it looks like 出生地', () => {
    expect(split('出生年月', ['出生年', '出生月'], ['1990', '5'])?.texts.birthMonth).toBe('1990年5');
  });

  it('what stands beside is no part where it says something of its own', () => {
    const mentor = split('结对干部姓名及职务', ['结对干部姓名及职务', '职务'], ['周华 组织委员', '文书']);
    expect([mentor?.texts.mentor, mentor?.extra]).toEqual(['周华 组织委员', { 职务: '文书' }]);
    const month = split('出生年月', ['出生年', '月薪'], ['1990', '3000']);
    expect([month?.texts.birthMonth, month?.extra]).toEqual(['1990', { 月薪: '3000' }]);
  });
});
