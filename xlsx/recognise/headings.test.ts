import { describe, expect, it } from 'vitest';
import { LI, OFFICIAL, only, ZHANG } from './made-roster.node.ts';

const places = (sheet: ReturnType<typeof only>) =>
  sheet.records.map(({ texts }) => [texts.township ?? '', texts.village ?? '']);
const without = (column: number, row: readonly string[]): string[] => row.toSpliced(column, 1);
const TOWN = OFFICIAL.indexOf('乡镇');
const VILLAGE = OFFICIAL.indexOf('村(社区)');

describe('a row that names a place', () => {
  it.each(['西龙镇', '二、西龙镇（1人）', '青神县西龙镇：', '西龙镇党委'])(
    'is the township of the people below: %s',
    (heading) => {
      const sheet = only([
        without(TOWN, OFFICIAL),
        ['', '南城镇'],
        without(TOWN, ZHANG),
        ['', heading],
        without(TOWN, LI),
      ]);
      expect(places(sheet)).toEqual([
        ['南城镇', '白虎村'],
        ['西龙镇', '白虎村'],
      ]);
    },
  );

  it('the villages of one township are not those of the next', () => {
    const bare = (row: readonly string[]): string[] => without(TOWN, without(VILLAGE, row));
    const sheet = only([bare(OFFICIAL), ['南城镇'], ['白虎村'], bare(ZHANG), ['西龙镇'], bare(LI)]);
    expect(places(sheet)).toEqual([
      ['南城镇', '白虎村'],
      ['西龙镇', ''],
    ]);
  });

  it('in the column of villages is theirs who have none, and is left out as a title', () => {
    const sheet = only([
      OFFICIAL,
      ['', '', '白虎村'],
      ZHANG.with(VILLAGE, ''),
      ['', '', '兰沟社区（1人）'],
      LI.with(VILLAGE, ''),
    ]);
    expect(places(sheet)).toEqual([
      ['南城镇', '白虎村'],
      ['南城镇', '兰沟社区'],
    ]);
    expect(sheet.records[1]?.lent).toEqual(['village']);
    expect(sheet.leftOut.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'title'],
      [4, 'title'],
    ]);
  });

  it('in the column of villages says nothing where the people have their own, or where rows are numbered beforehand', () => {
    const own = only([OFFICIAL, ['', '', '兰沟社区'], ZHANG, LI.with(VILLAGE, '')]);
    expect(places(own).map(([, village]) => village)).toEqual(['白虎村', '']);
    const numbered = only([OFFICIAL, ZHANG, ['2', '南城镇', '兰沟社区'], LI.with(0, '3').with(VILLAGE, '')]);
    expect(places(numbered).map(([, village]) => village)).toEqual(['白虎村', '']);
    expect(numbered.leftOut).toEqual([]);
  });

  it('in the first column is a heading though townships stand below it', () => {
    const cut = (row: readonly string[]): string[] => without(0, without(VILLAGE, row));
    const sheet = only([cut(OFFICIAL), ['白虎村'], cut(ZHANG), ['兰沟社区'], cut(LI)]);
    expect(places(sheet)).toEqual([
      ['南城镇', '白虎村'],
      ['南城镇', '兰沟社区'],
    ]);
  });
});
