import { expect, it } from 'vitest';
import { openProject } from '../../records/store.ts';
import { housePack, SETTINGS } from '../../xlsx/export/testing/project.node.ts';
import { matchPeople } from './match-people.ts';
import { loadSpeller } from './pinyin.ts';

const PEOPLE = [
  { id: 'a', name: '张三', village: '白虎村', idNumber: '511425198501010002' },
  { id: 'b', name: '单雄信', village: '元坝村', idNumber: '511425199001011236' },
  { id: 'c', name: '章子', village: '桐坪社区', phone: '13800001111' },
];

it('finds people by name, pinyin whole or by initials, the last four of the number, phone and village', async () => {
  const { pack } = await housePack();
  const opened = openProject(pack, { pack: pack.id, settings: SETTINGS, records: { person: PEOPLE } });
  if (!opened.ok) throw new Error('not opened');
  const { store } = opened;
  const spell = await loadSpeller();
  const ids = (typed: string) => matchPeople(store, 'person', store.ids('person'), typed, spell).map(({ id }) => id);
  expect(ids('')).toEqual(['a', 'b', 'c']);
  expect(ids('张')).toEqual(['a']);
  expect(ids('zhang')).toEqual(['a', 'c']);
  expect(ids('ZS')).toEqual(['a']);
  expect(ids('sxx')).toEqual(['b']);
  expect(ids('shanxiong')).toEqual(['b']);
  expect(ids('1236')).toEqual(['b']);
  expect(ids('13800001111')).toEqual(['c']);
  expect(ids('zhang 桐坪')).toEqual(['c']);
  expect(ids('bhc')).toEqual(['a']);
  expect(ids('lisi')).toEqual([]);
  expect(matchPeople(store, 'person', store.ids('person'), 'zs', null)).toEqual([]);
});
