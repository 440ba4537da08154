import { fileURLToPath } from 'node:url';
import type { RecordStore } from '../records/store.contract.ts';
import { openProject } from '../records/store.ts';
import { loadPack } from '../sheets-templates/load.node.ts';
import { benchProject } from './people.ts';

/** Times whole validations and single edits, and says them as figures and ratios, JSON.parse of the same data as the yardstick. */
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
/** CPU milliseconds of this process: on a busy machine the clock would measure the others. */
const timed = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

const loaded = await loadPack(fileURLToPath(new URL('../sheets-templates/village-reserve-cadres', import.meta.url)));
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const { pack } = loaded.value;

function open(size: number): RecordStore {
  const opened = openProject(pack, benchProject(size));
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.store;
}

/** Microseconds of one edit, the mean of 2,000 after as many to warm up. */
function editCost(store: RecordStore): number {
  const ids = store.ids('person');
  const round = (): void => {
    for (let at = 0; at < 2_000; at++) {
      const id = ids[(at * 7919) % ids.length] ?? '';
      const phone = at % 2 === 0 ? '13900000000' : `137${String(at).padStart(8, '0')}`;
      store.apply(store.edit('person', id, { phone }), 'bench');
    }
  };
  round();
  return median(Array.from({ length: 5 }, () => timed(round))) / 2;
}

const edits: number[] = [];
for (const size of [1_000, 10_000, 100_000]) {
  const text = JSON.stringify(benchProject(size));
  const yardstick = median(Array.from({ length: 5 }, () => timed(() => void JSON.parse(text))));
  const opens = Array.from({ length: 5 }, () => {
    const json: unknown = JSON.parse(text);
    return timed(() => void openProject(pack, json));
  });
  const store = open(size);
  const judge = median(
    Array.from({ length: 5 }, (_, round) =>
      timed(
        () =>
          void store.apply([{ op: 'settings', set: { asOf: round % 2 === 0 ? '2017-12-01' : '2017-11-30' } }], 'bench'),
      ),
    ),
  );
  const rows = Array.from(benchProject(size).records.person ?? []).map(({ id: _, ...typed }) => typed);
  const empty = open(0);
  const typing = timed(() => {
    empty.apply(
      rows.flatMap((row) =>
        empty.edit('person', null, Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)]))),
      ),
      'bench',
    );
  });
  const edit = editCost(store);
  edits.push(edit);
  const { errors, warnings } = store.totals;
  console.log(
    `${size} people: opened and validated ${median(opens).toFixed(0)} ms (${(median(opens) / yardstick).toFixed(1)} × JSON.parse) · validated again ${judge.toFixed(0)} ms · ` +
      `typed in and validated ${typing.toFixed(0)} ms · one edit ${edit.toFixed(1)} µs · ${errors} errors, ${warnings} warnings`,
  );
}
const [small = 1, , large = 1] = edits;
console.log(`one edit, 100,000 against 1,000 people: ${(large / small).toFixed(2)} ×`);
