import type { Command, Io } from './command.ts';
import { words } from './locale/zh-CN.ts';

/**
 * A new command is one line here. Only the called one is loaded: without a build, every file that is not asked for would
 * be read and compiled all the same, which takes as long as a small job itself.
 */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['templates', async () => (await import('./commands/templates.ts')).templates],
  ['blank', async () => (await import('./commands/blank.ts')).blank],
  ['check', async () => (await import('./commands/check.ts')).check],
  ['merge', async () => (await import('./commands/merge.ts')).merge],
  ['export', async () => (await import('./commands/export.ts')).exportCommand],
]);

const HELP: ReadonlySet<string> = new Set(['--help', '-h']);

/** Runs one call of the command line and answers its exit code. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || HELP.has(name)) {
    (name === undefined ? io.err : io.out)(`${words.usage}\n`);
    return name === undefined ? 2 : 0;
  }
  const load = COMMANDS.get(name);
  if (load === undefined) {
    io.err(`${words.unknownCommand(name)}\n${words.usage}\n`);
    return 2;
  }
  if (rest.some((option) => HELP.has(option))) {
    io.out(`${words.usage}\n`);
    return 0;
  }
  return (await load()).run(rest, io);
}
