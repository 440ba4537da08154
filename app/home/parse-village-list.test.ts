import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseVillageList } from './parse-village-list.ts';

const flat = (text: string, township?: string) =>
  parseVillageList(text, township).villages.map(({ township, name }) => `${township}/${name}`);
const TWO = ['南城镇/白虎村', '南城镇/元坝村', '西龙镇/桐坪社区'];

describe('parseVillageList reads', () => {
  it.each([
    ['a table with a header', '序号\t乡镇\t村(社区)\n1\t南城镇\t白虎村\n2\t南城镇\t元坝村\n3\t西龙镇\t桐坪社区'],
    ['merged township cells', '乡镇\t村\n南城镇\t白虎村\n\t元坝村\n西龙镇\t桐坪社区'],
    ['同上', '南城镇\t白虎村\n同上\t元坝村\n西龙镇\t桐坪社区'],
    ['columns in another order', '村名\t所属乡镇\n白虎村\t南城镇\n元坝村\t南城镇\n桐坪社区\t西龙镇'],
    ['no header', '1\t南城镇\t白虎村\t张三\n2\t\t元坝村\t李四\n3\t西龙镇\t桐坪社区\t王五'],
    ['spaces', '1  南城镇   白虎村\n2  南城镇   元坝村\n3  西龙镇 桐坪社区'],
    ['commas', '南城镇,白虎村\n南城镇，元坝村\n西龙镇,桐坪社区'],
    ['headings with the villages below', '南城镇\n白虎村\n元坝村\n西龙镇\n桐坪社区'],
    ['several on a line', '一、南城镇：白虎村、元坝村。\n二、西龙镇：桐坪社区'.replace('。', '')],
    ['numbering and padding', '南城镇\n1、白 虎 村\n（2）元坝村\n西龙镇\n3. 桐坪社区'],
    ['joined names', '青神县南城镇白虎村\n青神县南城镇元坝村\n西龙镇\n西龙镇桐坪社区'],
    ['villages in one cell', '南城镇\t白虎村、元坝村\n西龙镇\t桐坪社区'],
    ['a county column', '青神县\t南城镇\t白虎村\n青神县\t南城镇\t元坝村\n青神县\t西龙镇\t桐坪社区'],
    ['a merged heading row', '南城镇\t\n1\t白虎村\n2\t元坝村\n西龙镇\t\n3\t桐坪社区'],
    ['blank lines and Windows ends of line', '\r\n南城镇\t白虎村\r\n\r\n\t元坝村\r\n西龙镇\t桐坪社区\r\n'],
  ])('%s', (_, text) => {
    expect(flat(text)).toEqual(TWO);
    expect(parseVillageList(text).skipped.filter(({ reason }) => reason !== 'header')).toEqual([]);
  });

  it('one column only, under the township that is known', () => {
    expect(flat('白虎村\n元坝村', '南城镇')).toEqual(['南城镇/白虎村', '南城镇/元坝村']);
    expect(flat('白虎村\n元坝村')).toEqual(['/白虎村', '/元坝村']);
  });

  it('names without 村', () => {
    expect(flat('南城镇\t白虎\n\t元坝')).toEqual(['南城镇/白虎', '南城镇/元坝']);
    expect(flat('白虎\n元坝')).toEqual(['/白虎', '/元坝']);
    expect(flat('南城\t白虎村\n南城\t元坝村')).toEqual(['南城/白虎村', '南城/元坝村']);
  });

  it('a village whose name has 镇 in it as one', () => {
    expect(flat('白镇坝村\n元坝村')).toEqual(['/白镇坝村', '/元坝村']);
    expect(flat('古镇村\n城镇社区')).toEqual(['/古镇村', '/城镇社区']);
  });

  it('and names every line that gave nothing', () => {
    const text = '乡镇\t村\n南城镇\t白虎村\n南城镇\t白虎村\n合计\t2\n';
    expect(parseVillageList(text)).toEqual({
      villages: [{ township: '南城镇', name: '白虎村' }],
      skipped: [
        { line: 1, text: '乡镇\t村', reason: 'header' },
        { line: 3, text: '南城镇\t白虎村', reason: 'duplicate' },
        { line: 4, text: '合计\t2', reason: 'total' },
      ],
    });
    expect(parseVillageList('白虎村\n请于明天17:30前上报').skipped).toEqual([
      { line: 2, text: '请于明天17:30前上报', reason: 'no-village' },
    ]);
  });

  it('the same name in two townships as two', () => {
    expect(flat('南城镇\t白虎村\n西龙镇\t白虎村')).toEqual(['南城镇/白虎村', '西龙镇/白虎村']);
  });
});

it('every line gives a village, a township or a reason; nothing throws', () => {
  const word = fc.constantFrom(
    '南城镇',
    '白虎村',
    '元坝社区',
    '同上',
    '1',
    '',
    '合计',
    '序号',
    '乡镇',
    '村',
    'x',
    '张三',
  );
  const gap = fc.constantFrom('\t', ' ', ',', '、', '：');
  const line = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const texts = lines.map((parts) => parts.flat().join(''));
      const { villages, skipped } = parseVillageList(texts.join('\n'));
      const named = new Set(skipped.map((skip) => skip.line));
      texts.forEach((text, at) => {
        if (text.trim() === '' || named.has(at + 1)) return;
        expect(/镇/u.test(text) || villages.some(({ name }) => text.replace(/\s/gu, '').includes(name))).toBe(true);
      });
      expect(new Set(villages.map((v) => `${v.township}\n${v.name}`)).size).toBe(villages.length);
    }),
  );
});
