import { describe, expect, it } from 'vitest';
import { fieldSchema } from '../../sheets-templates/schema.ts';
import { headerText } from './header-text.ts';
import { fieldNames, headerScore, SURE } from './similarity.ts';

const field = (key: string, label: string, aliases: string[] = []) =>
  fieldNames(fieldSchema.parse({ key, label, aliases, type: 'text' }));
const NAME = field('name', '姓名');
const IDENTITY = field('identity', '身份', ['人员类别']);
const ID = field('idNumber', '身份证号码');
const PHONE = field('phone', '联系电话', ['电话']);
const MENTOR = field('mentor', '结对干部姓名及职务', ['结对干部']);
const VILLAGE = field('village', '村(社区)');
const JOINED = field('partyJoinMonth', '入党时间');
const ALL = [NAME, IDENTITY, ID, PHONE, MENTOR, VILLAGE, JOINED];

function named(header: string): string | undefined {
  const scores = ALL.map((target) => ({ key: target.field.key, score: headerScore(header, target, ALL) }));
  const [best] = scores.sort((a, b) => b.score - a.score);
  return best !== undefined && best.score >= SURE ? best.key : undefined;
}

describe('headers', () => {
  it('are compared without spaces, stars, numbers and notes', () => {
    for (const text of ['姓名', '姓\n名', ' 姓　名：', '*姓名', '（3）姓名', '3、姓名', '姓名（与身份证一致）']) {
      expect(headerText(text).core).toBe('姓名');
    }
    expect(headerText('村（社区）')).toEqual({ core: '村', full: '村社区' });
    expect(headerText('（必填）').core).toBe('必填');
    expect(headerText('政治面貌（入党时间）（必填）').full).toBe('政治面貌入党时间');
  });

  it('are compared without what says how to fill the column in', () => {
    for (const text of ['联系电话\n填手机号码', '联系电话：请填11位', '联系 电话 11位手机号', '联系电话-必填'])
      expect(headerText(text).core).toBe('联系电话');
    expect(headerText('身份\n证号码 填18位').core).toBe('身份证号码');
    for (const text of ['目前 从事职业', '其他 需要说明的问题'])
      expect(headerText(text).core).toBe(text.replace(' ', ''));
  });

  it('are compared without what says the same in English', () => {
    for (const text of ['姓名\nName', '姓名/Name', 'Name 姓名', 'Full Name姓名', '姓名(Name)'])
      expect(headerText(text).core).toBe('姓名');
    expect(headerText('序号No.').core).toBe('序号');
    // What tells an account apart stays.
    for (const text of ['QQ号码', '联系QQ', 'email地址', 'ID号'])
      expect(headerText(text).core).toBe(text.toLowerCase());
  });

  it('mean the field that they name best', () => {
    expect(named('居民身份证号')).toBe('idNumber');
    expect(named('身份证件号码')).toBe('idNumber');
    expect(named('现有身份')).toBe('identity');
    expect(named('村（居）')).toBe('village');
    expect(named('入党年月时间')).toBe('partyJoinMonth');
    expect(named('结对干部职务')).toBe('mentor');
  });

  it('that name two fields, or none, mean none', () => {
    for (const header of [
      '结对干部联系电话',
      '家庭住址',
      '参加工作时间',
      '入党介绍人',
      '职务',
      '',
      '备注'.repeat(20),
    ]) {
      expect(named(header)).toBeUndefined();
    }
  });
});
