import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { openProject } from '../records/store.ts';
import { loadPack } from '../sheets-templates/load.node.ts';
import { writeFormBook } from '../xlsx/form/export-forms.ts';
import { ownerKeys } from '../xlsx/form/form-facts.ts';
import { projectForms } from '../xlsx/form/project-forms.ts';
import { recordForm } from '../xlsx/form/testing/forms.node.ts';
import { zipNatively } from '../xlsx/zip/native.node.ts';
import { openAlbum, spliceBare } from './bare-splice.ts';
import { formFields } from './form-people.ts';

/**
 * The export of the forms of an open project (their records found by owner, checked for what has no place, photos read,
 * the file's digest taken) beside a bare splice of the same cells, alternately in one process; both write a file and take
 * their pictures from one. Prints medians in milliseconds as JSON: `forms-within.mjs COUNT TARGET PICTURES PACK ROUNDS`.
 */
const [count = '300', target = '', pictures = '', folder = '', rounds = '5'] = process.argv.slice(2);
zipNatively();
const { binding, ...source } = recordForm();
const album = openAlbum(pictures);
const all = Array.from({ length: Number(count) }, (_, at) => formFields(at));

const pack = await loadPack(folder);
if (!pack.ok) throw new Error(JSON.stringify(pack.error));
const settings = { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30' };
const children = ['training', 'mentoring', 'practice', 'review', 'yearResult'] as const;
const opened = openProject(pack.value.pack, {
  pack: pack.value.pack.id,
  settings,
  records: {
    person: all.map(({ person }, at) => ({ ...person, photo: `picture ${at}` })),
    ...Object.fromEntries(children.map((entity) => [entity, all.flatMap((one): readonly object[] => one[entity])])),
  },
});
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const { store } = opened;
const owners = ownerKeys(pack.value);

const splice = (): Promise<void> => spliceBare(target, all, album);

async function exported(): Promise<void> {
  const file = openSync(target, 'w');
  const hash = createHash('sha256');
  const readPhoto = (text: string) => album.pictureOf(Number(text.split(' ')[1]));
  const { forms } = projectForms(binding, store, owners, undefined, readPhoto);
  const made = await writeFormBook({ ...source, binding }, { forms }, (piece) => {
    hash.update(piece);
    writeSync(file, piece);
  });
  hash.digest('hex');
  closeSync(file);
  if (!made.ok) throw new Error(made.error.code);
}

const times = new Map<() => Promise<void>, number[]>([
  [splice, []],
  [exported, []],
]);
for (let round = 0; round <= Number(rounds); round++)
  for (const [way, list] of times) {
    const start = performance.now();
    await way();
    // The first round is nobody's: it warms both up.
    if (round > 0) list.push(performance.now() - start);
  }
album.close();
const middle = (way: () => Promise<void>): number =>
  (times.get(way) ?? []).sort((a, b) => a - b)[Number(rounds) >> 1] ?? 0;
console.log(JSON.stringify({ splice: middle(splice), exported: middle(exported) }));
