import { expect, test } from 'vitest';
import { photoReference } from '../../records/photo/photo-text.ts';
import { openProject } from '../../records/store.ts';
import { housePack, SETTINGS } from '../export/testing/project.node.ts';
import type { FormData } from './form-data.ts';
import { ownerKeys } from './form-facts.ts';
import { type PhotoReader, projectForms } from './project-forms.ts';
import { plainPhoto, recordForm } from './testing/forms.node.ts';

const loaded = await housePack();
const { pack } = loaded;
const { binding } = recordForm();
const owners = ownerKeys(loaded);

async function forms(
  records: Readonly<Record<string, readonly object[]>>,
  wanted?: ReadonlySet<string>,
  readPhoto?: PhotoReader,
  of?: number,
) {
  const opened = openProject(pack, { pack: pack.id, settings: SETTINGS, records });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const made = projectForms(binding, opened.store, owners, wanted, readPhoto, of);
  const data: FormData[] = [];
  for await (const form of made.forms) data.push(form);
  return { ...made, data };
}

const person = [
  { id: 'a', name: '张三', village: '白虎村' },
  { id: 'b', name: '李四', status: '已移出' },
  { id: 'c', name: '王五' },
];

test('everybody in force gets a form, in order, with what is theirs', async () => {
  const training = [
    { id: 't1', person: 'c', content: '党建' },
    { id: 't2', person: 'a', time: '2017.03', days: 3, content: '电商' },
    { id: 't3', person: 'a', content: '财务' },
  ];
  const { year, ids, data, missing } = await forms({ person, training });
  expect([year, ids]).toEqual([2017, ['a', 'c']]);
  expect(data.map(({ sheetName, fileName }) => [sheetName, fileName])).toEqual([
    ['张三', '白虎村-张三-纪实表.xlsx'],
    ['王五', '王五-纪实表.xlsx'],
  ]);
  expect(data[0]?.sections.trainings).toEqual([
    ['', '2017.03', '3', '电商'],
    ['', '', '', '财务'],
  ]);
  expect(data[1]?.sections.trainings).toEqual([['', '', '', '党建']]);
  expect(missing).toEqual([]);
  expect((await forms({ person }, new Set(['b', 'c']))).ids).toEqual(['c']);
});

test('what has no place is named, once, with whose it is', async () => {
  const { missing, otherYears } = await forms({
    person,
    training: [
      { id: 't1', person: 'nobody', content: '党建' },
      { id: 't2', content: '党建' },
      { id: 't3', person: 'b', content: '党建' },
    ],
    mentoring: [{ id: 'm', person: 'a', quarter: '5', mentor: '赵六' }],
    review: [
      { id: 'r1', person: 'a', quarter: '1', opinion: '好' },
      { id: 'r2', person: 'a', quarter: '1', level: 'county', opinion: '好' },
      { id: 'r3', person: 'a', quarter: '1', level: 'village', year: '2016', opinion: '好' },
      { id: 'r4', person: 'a', quarter: '1', level: 'village', year: '2017', opinion: '好' },
    ],
  });
  expect(missing).toEqual([
    { code: 'owner.unknown', entity: 'training', id: 't1', owner: '', value: 'nobody' },
    { code: 'owner.unknown', entity: 'training', id: 't2', owner: '', value: '' },
    { code: 'quarter.unknown', entity: 'mentoring', id: 'm', owner: 'a', value: '5' },
    { code: 'section.none', entity: 'review', id: 'r1', owner: 'a', value: '' },
    { code: 'section.none', entity: 'review', id: 'r2', owner: 'a', value: 'county' },
  ]);
  expect([...otherYears]).toEqual(['review r3']);
});

test('the photo is what stands in the data URL', async () => {
  const photo = plainPhoto(9, 9, 9);
  const url = `data:image/png;base64,${Buffer.from(photo.bytes).toString('base64')}`;
  const { data } = await forms({
    person: [
      { id: 'a', name: '张三', photo: url },
      { id: 'b', name: '李四' },
    ],
  });
  expect(data.map((form) => form.photo)).toEqual([photo, undefined]);
});

test('photos that are kept elsewhere are asked for one by one; one that is not there is said', async () => {
  const photo = plainPhoto(1, 2, 3);
  const [here, gone] = [photoReference('a'.repeat(64)), photoReference('b'.repeat(64))];
  const people = [
    { id: 'a', name: '张三', photo: here },
    { id: 'b', name: '李四', photo: gone },
  ];
  const read = async (text: string) => (text === here ? photo : ('missing' as const));
  const { data } = await forms({ person: people }, undefined, read);
  expect(data.map((form) => form.photo)).toEqual([photo, 'missing']);
  expect((await forms({ person: people })).data.map((form) => form.photo)).toEqual(['missing', 'missing']);
});

test('of another year, and of a selection only what is theirs', async () => {
  const training = [
    { id: 't1', person: 'a', time: '2016.03', content: '电商' },
    { id: 't2', person: 'a', time: '2017.03', content: '党建' },
    { id: 't3', person: 'nobody', time: '2016.04', content: '财务' },
  ];
  const made = await forms({ person, training }, new Set(['a']), undefined, 2016);
  expect(made.year).toBe(2016);
  expect(made.data.map(({ sections }) => sections.trainings)).toEqual([[['', '2016.03', '', '电商']]]);
  expect([...made.otherYears]).toEqual(['training t2']);
  expect(made.missing).toEqual([]);
});
