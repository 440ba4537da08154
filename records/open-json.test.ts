import { expect, test } from 'vitest';
import { openProject } from './store.ts';
import { pack, settings } from './testing/pack.ts';

const project = (records: unknown, more: object = {}): unknown => ({ pack: pack.id, settings, records, ...more });
const open = (json: unknown): ReturnType<typeof openProject> => openProject(pack, json);

test('unknown keys, entities and settings survive; ids are made; numbers become texts; blanks have no key', () => {
  const json = {
    ...Object(
      project({
        person: [{ name: '张三', phone: 13800000001, age: 36, mentor: '', extra: { 车牌: '川Z1' } }],
        visit: [{ id: 't1', person: 'p', days: 3 }],
      }),
    ),
    settings: { ...settings, minimumPerVillage: 3, theme: { dark: true } },
    layouts: [1, 2],
  };
  const opened = open(json);
  if (!opened.ok) throw new Error(opened.error.code);
  const [id = ''] = opened.store.ids('person');
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  const none = pack.entities.flatMap(({ key }): [string, []][] => (key === 'person' ? [] : [[key, []]]));
  expect(opened.store.toJson()).toEqual({
    pack: pack.id,
    settings: { ...settings, minimumPerVillage: 3, theme: { dark: true } },
    layouts: [1, 2],
    records: {
      person: [{ id, name: '张三', phone: '13800000001', age: 36, extra: { 车牌: '川Z1' } }],
      ...Object.fromEntries(none),
      visit: [{ id: 't1', person: 'p', days: 3 }],
    },
  });
  expect(open(opened.store.toJson())).toMatchObject({ ok: true });
});

test('an age that equals the derived one is not kept', () => {
  const opened = open(
    project({
      person: [
        { id: 'a', idNumber: '510104198606111483', age: '31' },
        { id: 'b', idNumber: '510104198606111483', age: 36 },
      ],
    }),
  );
  if (!opened.ok) throw new Error(opened.error.code);
  expect(opened.store.get('person', 'a')).toEqual({ id: 'a', idNumber: '510104198606111483' });
  expect(opened.store.get('person', 'b')).toMatchObject({ age: 36 });
});

test.each([
  ['not-a-project', '', null],
  ['not-a-project', '', 'text'],
  ['not-a-project', '', []],
  ['not-a-project', 'pack', {}],
  ['wrong-pack', 'pack', { pack: 'horses', settings, records: {} }],
  ['not-a-project', 'settings.asOf', { pack: pack.id, settings: { ...settings, asOf: '2017' }, records: {} }],
  ['not-a-project', 'settings', { pack: pack.id, records: {} }],
  ['not-a-project', 'records', { pack: pack.id, settings }],
  ['not-a-project', 'records.person', project({ person: {} })],
  ['bad-record', 'records.person.1', project({ person: [{ id: 'a' }, 'b'] })],
  ['bad-record', 'records.person.0.name', project({ person: [{ id: 'a', name: ['b'] }] })],
  ['bad-record', 'records.person.0.id', project({ person: [{ id: {} }] })],
])('%s at «%s»', (code, path, json) => {
  expect(open(json)).toMatchObject({ ok: false, error: { code, path } });
});

test('doubled ids are named', () => {
  const opened = open(project({ person: [{ id: 'a' }, { id: 'b' }, { id: 'a' }, { id: 'b' }] }));
  expect(opened).toMatchObject({ ok: false, error: { code: 'duplicate-id', path: 'records.person', detail: 'a b' } });
});
