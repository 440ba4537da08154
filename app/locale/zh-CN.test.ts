import { expect, it } from 'vitest';
import { fill, TEXTS } from './zh-CN.ts';

it('fills in what is given and leaves the rest', () => {
  expect(fill('{n} 人，{x}', { n: 3 })).toBe('3 人，{x}');
  expect(fill(TEXTS.status.saved, { time: '$&' })).toBe('已保存 $&');
});
