import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, createWriteStream, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { buildPrograms } from '../cli/build.mjs';
import { BUILT } from '../cli/built.mjs';
import { formFields, noise } from './form-people.ts';

/**
 * `export record-form` of people with photos of 200 KB from one 数据文件, each run in a process of its own: time and peak
 * memory, beside a bare splice of the same cells (`forms-splice.ts`), interleaved, medians. Both are built programs: what
 * one calls is one, and translating their sources would take as long as the splice. Beside it the export of a project that
 * is open already (`forms-within.ts`), which is what the page does.
 * Goals: at most 1.5 times as long, at most 300 MB. Usage: `npm run bench forms-export [people] [rounds]`.
 */
const [count = 300, rounds = 3] = process.argv.slice(2).map(Number);
const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

await buildPrograms();
// As deep below the project as its sources are: they look for their templates from there.
const splice = join(BUILT, 'bench/splice');
await buildPrograms(splice, { splice: file('forms-splice.ts'), within: file('forms-within.ts') });
const folder = mkdtempSync(join(tmpdir(), 'forms-bench-'));
try {
  const data = join(folder, 'project.json');
  const pictures = join(folder, 'pictures.bin');
  const album = openSync(pictures, 'w');
  const out = createWriteStream(data);
  const settings = { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30' };
  out.write(`{"pack":"village-reserve-cadres","settings":${JSON.stringify(settings)},"records":{"person":[`);
  const all = Array.from({ length: count }, (_, i) => formFields(i));
  for (const [at, { person }] of all.entries()) {
    const bytes = noise(at);
    writeSync(album, bytes);
    const photo = `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`;
    if (!out.write(`${at === 0 ? '' : ',\n'}${JSON.stringify({ ...person, photo })}`)) await once(out, 'drain');
  }
  closeSync(album);
  const children = ['training', 'mentoring', 'practice', 'review', 'yearResult'] as const;
  for (const entity of children)
    out.write(
      `],"${entity}":${JSON.stringify(all.flatMap((person): readonly object[] => person[entity])).slice(0, -1)}`,
    );
  out.end(']}}');
  await once(out, 'finish');

  const run = (script: string, args: readonly string[]) => {
    const result = spawnSync('/usr/bin/time', ['-v', process.execPath, script, ...args], { encoding: 'utf8' });
    const seconds = /Elapsed.*: (?:(\d+):)?(\d+):([\d.]+)/.exec(result.stderr);
    const peak = Number(/Maximum resident set size.*: (\d+)/.exec(result.stderr)?.[1]) / 1024;
    if (result.status !== 0 && result.status !== 1) throw new Error(result.stderr);
    return { seconds: Number(seconds?.[2]) * 60 + Number(seconds?.[3]), peak };
  };
  const own: { seconds: number; peak: number }[] = [];
  const bare: { seconds: number; peak: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    bare.push(run(join(splice, 'splice.mjs'), [String(count), join(folder, 'bare.xlsx'), pictures]));
    own.push(
      run(file('../cli/mingce.mjs'), [
        'export',
        'record-form',
        '--data',
        data,
        '-o',
        join(folder, 'own.xlsx'),
        '--json',
      ]),
    );
  }
  const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
  const seconds = (runs: typeof own): number => middle(runs.map((r) => r.seconds));
  const pack = file('../sheets-templates/village-reserve-cadres');
  const within = execFileSync(
    process.execPath,
    [join(splice, 'within.mjs'), String(count), join(folder, 'within.xlsx'), pictures, pack, String(rounds)],
    { encoding: 'utf8' },
  );
  const open = z.object({ splice: z.number(), exported: z.number() }).parse(JSON.parse(within));
  const result = {
    people: count,
    ofAnOpenProjectMs: Math.round(open.exported),
    bareSpliceMs: Math.round(open.splice),
    ratioOfAnOpenProject: Number((open.exported / open.splice).toFixed(2)),
    jsonMB: Math.round(statSync(data).size / 1e6),
    exportSeconds: seconds(own),
    bareSpliceSeconds: seconds(bare),
    ratio: Number((seconds(own) / seconds(bare)).toFixed(2)),
    peakMB: Math.round(middle(own.map((r) => r.peak))),
    barePeakMB: Math.round(middle(bare.map((r) => r.peak))),
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
