import { expect, it } from 'vitest';
import { headingVillage } from './context.ts';
import { OFFICIAL, only, ZHANG } from './made-roster.node.ts';

it.each([
  ['填报单位：南城镇金牛村党支部（盖章）', '金牛村'],
  ['中共青神县南城镇白虎村支部委员会', '白虎村'],
  ['村（社区）：兰沟社区', '兰沟社区'],
  ['白虎村村民委员会', '白虎村'],
  ['填报单位：南城镇', ''],
  ['填报单位：各村（社区）', ''],
  ['请各村于月底前报到社区', ''],
])('the line above the header that names the sender says the village: %s', (line, village) => {
  const [record] = only([['后备干部名册'], [line], OFFICIAL.toSpliced(2, 1), ZHANG.toSpliced(2, 1)]).records;
  expect(record?.texts.village ?? '').toBe(village);
});

it('the sender may be a party committee: 中共南城镇委员会', () => {
  const line = '填报单位（盖章）：中共青神县南城镇委员会';
  const [record] = only([[line], OFFICIAL.toSpliced(1, 1), ZHANG.toSpliced(1, 1)]).records;
  expect(record?.texts.township).toBe('南城镇');
});

it.each(['★白虎村', '（一）白虎村', '白虎村：2人', '1.白虎村（3人）'])(
  '%s between the rows names the village',
  (text) => {
    expect(headingVillage(text)).toBe('白虎村');
  },
);
