import { spawnSync } from 'node:child_process';
import { constants, setPriority } from 'node:os';

/**
 * The sheet and its records under many random operations, in pieces that each run in a process of their own, at low
 * priority: `npx tsx scripts/fuzz-sheet.ts [FIRST-LAST] [STEPS] [SEEDS PER PIECE]` (1-500, 200, 25). A failing seed is
 * named in the output; `MINGCE_SEED=N MINGCE_FUZZ=1xSTEPS npx vitest run plugin/binding/fuzz` runs it alone.
 */
const [range = '1-500', steps = '200', size = '25'] = process.argv.slice(2);
const [first = 1, last = 500] = range.split('-').map(Number);
setPriority(constants.priority.PRIORITY_LOW);
let broken = 0;
for (let from = first; from <= last; from += Number(size)) {
  const to = Math.min(last, from + Number(size) - 1);
  const start = performance.now();
  const { status, stdout } = spawnSync('npx', ['vitest', 'run', 'plugin/binding/fuzz', '--reporter', 'verbose'], {
    env: { ...process.env, MINGCE_FUZZ: `${from}-${to}x${steps}`, NO_COLOR: '1' },
    encoding: 'utf8',
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(`seeds ${from}-${to} × ${steps}: ${status === 0 ? 'right' : 'WRONG'} in ${seconds} s`);
  if (status === 0) continue;
  broken++;
  console.log(
    stdout
      .split('\n')
      .filter((line) => /seed \d+/.test(line))
      .join('\n'),
  );
}
process.exitCode = broken === 0 ? 0 : 1;
