import { describe, expect, it } from 'vitest';
import { LI, OFFICIAL, only, ZHANG } from './made-roster.node.ts';
import { meaningOf } from './meaning.ts';

/** The official header with one label in other words. */
function fieldOf(label: string, word: string): string | undefined {
  const at = OFFICIAL.indexOf(label);
  return only([OFFICIAL.with(at, word), ZHANG.with(6, '2012.06').with(13, '困难')]).columns[at]?.field;
}

/** The fields of the official header beside a column of the sender's own. */
function beside(word: string, text: string): readonly (string | undefined)[] {
  const sheet = only([OFFICIAL.toSpliced(3, 0, word), ZHANG.with(6, '2012.06').toSpliced(3, 0, text)]);
  return sheet.columns.map(({ field }) => field);
}

const KEYS = only([OFFICIAL, ZHANG]).columns.map(({ field }) => field);

describe('words of a header', () => {
  it.each([
    ['乡镇', 'township', '所在镇街 乡镇、街道 辖区乡镇 镇（街道）'],
    ['村(社区)', 'village', '村居名称 现任职村（社区） 所在村（居）委会 户籍所在村 村庄名称 村支部所在村'],
    ['姓名', 'name', '真实姓名 后备人员姓名 推荐对象姓名 人选全名'],
    ['出生年月', 'birthMonth', '出生年、月 生辰 何时出生'],
    ['入党时间', 'partyJoinMonth', '何时加入中国共产党 党龄起算时间 入党（年月） 政治面貌（入党时间）'],
    ['性别', 'gender', '性 男、女 性别（男/女）'],
    ['年龄', 'age', '现年（岁） 周岁数 实际年龄'],
    ['学历', 'education', '受教育程度 文化水平 毕业学历 毕业证学历'],
    ['身份', 'identity', '人员来源 身份类型 现有身份'],
    ['身份证号码', 'idNumber', '二代身份证号 身份证编号 有效身份证件号码'],
    ['联系电话', 'phone', '联络电话 移动电话 通讯方式 常用电话 联系电话、手机'],
    ['结对干部姓名及职务', 'mentor', '联系帮带领导 传帮带干部 培养责任人 帮带导师 联系人及职务 挂钩 结对 挂点领导'],
    ['备注', 'remark', '需要说明的事项 其他情况'],
    ['序号', 'seq', '№ 行号 顺序号 流水号'],
  ])('mean %s', (label, key, words) => {
    for (const word of words.split(' ')) expect([word, fieldOf(label, word)]).toEqual([word, key]);
  });

  it.each([
    ['乡镇', 'township', '何乡镇 户籍乡镇 镇别', '南城镇 汉阳镇'],
    ['村(社区)', 'village', '后备干部所在村 哪个村 原任职村 村级单位', '白虎村 上游村'],
    ['姓名', 'name', '后备人才 后备干部人选 村级骨干', '银学兵 但凤'],
    ['性别', 'gender', '人员性别', '男 女'],
    ['出生年月', 'birthMonth', '身份证出生日期 阳历生日', '1990.05 1991.06'],
    ['入党时间', 'partyJoinMonth', '入党年份月份 本人加入党组织时间', '2012.06 2013.07'],
    ['年龄', 'age', '截止目前年龄 今年几岁 足岁', '27 26'],
    ['学历', 'education', '文凭 学历及专业 现有文化程度', '大学 中专'],
    ['身份', 'identity', '从业身份 属于哪类人员 人员构成 人员身份归类 推荐类别 何种人员', '村民小组长 网格员'],
    ['联系电话', 'phone', '通讯号码 常用联系号码', '13712345678 13712345679'],
    ['结对干部姓名及职务', 'mentor', '指导老师 包片班子成员 结对干部姓名职务及电话', '周华书记 杨玉镇长'],
  ])('end as those that mean %s do, and the cells agree', (label, key, words, texts) => {
    const at = OFFICIAL.indexOf(label);
    const [first = '', second = ''] = texts.split(' ');
    for (const word of words.split(' ')) {
      const sheet = only([OFFICIAL.with(at, word), ZHANG.with(at, first), LI.with(at, second)]);
      expect([word, sheet.columns[at]?.field]).toEqual([word, key]);
    }
  });

  it.each([
    ['联系电话', 'phone', '银行卡号码', '6228480130564890919'],
    ['联系电话', 'phone', '村书记电话', '13900001111'],
    ['联系电话', 'phone', '村支书联系电话', '13900001111'],
    ['身份', 'identity', '推荐人身份', '村民小组长'],
    ['村(社区)', 'village', '帮扶村', '大石村'],
    ['村(社区)', 'village', '是否驻村', '否'],
    ['身份', 'identity', '产业类型', '种植'],
    ['身份', 'identity', '编制类型', ''],
    ['学历', 'education', '配偶学历', '本科'],
    ['年龄', 'age', '配偶年龄', '27'],
    ['身份证号码', 'idNumber', '配偶身份证号码', '511425198704221060'],
    ['结对干部姓名及职务', 'mentor', '家庭联系人', '王小芳'],
  ])('of other things are no %s even where there is none: %s %s', (label, key, word, text) => {
    const at = OFFICIAL.indexOf(label);
    const sheet = only([OFFICIAL.with(at, word), ZHANG.with(at, text), LI.with(at, text)]);
    expect([word, sheet.columns[at]?.field]).not.toEqual([word, key]);
  });

  it('may name few fields where ID numbers stand below', () => {
    const header = ['何乡镇', '哪个村', '性别', '入党', '文化', '电话', '谁', 'No'];
    const rows = [ZHANG, LI].map((row) => [1, 2, 4, 6, 8, 11, 3, 10].map((at) => row[at] ?? ''));
    expect(only([header, ...rows]).records.map(({ texts }) => texts.idNumber)).toEqual([ZHANG[10], LI[10]]);
  });

  it('over columns of their own are headings: 其他信息 over 微信号', () => {
    const sheet = only(
      [
        [...OFFICIAL.slice(0, 13), '其他信息', ''],
        [...OFFICIAL.slice(0, 13).map(() => ''), '微信号', '是否外出'],
        [...ZHANG.slice(0, 13), 'abc', '否'],
      ],
      '<mergeCells><mergeCell ref="N1:O1"/></mergeCells>',
    );
    expect(sheet.records[0]?.extra).toEqual({ '其他信息 微信号': 'abc', '其他信息 是否外出': '否' });
  });

  it('that speak of somebody or something else leave every column where it is', () => {
    for (const [word, text] of [
      ['紧急联系电话', '13988887777'],
      ['结对干部电话', '13988887777'],
      ['家庭电话', '028-38811234'],
      ['备用手机', '13988887777'],
      ['配偶身份证号', '511425199106161421'],
      ['配偶姓名', '王小芳'],
      ['入团时间', '2004.05'],
      ['转正时间', '2013.06'],
      ['推荐时间', '2017.05'],
      ['户口类别', '农村'],
      ['村民小组', '3组'],
      ['村党支部书记', '李大山'],
      ['曾用名', '张小强'],
      ['学位证书号', 'A1'],
    ] as const)
      expect([word, ...beside(word, text)]).toEqual([word, ...KEYS.toSpliced(3, 0, undefined)]);
  });

  it('are known for the fields that packs call alike, and say nothing of others', () => {
    expect(meaningOf('phone', '家庭电话')).toBe('second');
    expect(meaningOf('phone', '配偶电话')).toBe('never');
    expect(meaningOf('grade', '电话')).toBeUndefined();
  });
});
