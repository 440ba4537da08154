import type { Command, Io } from './command.ts';
import { blank } from './commands/blank.ts';
import { check } from './commands/check.ts';
import { exportCommand } from './commands/export.ts';
import { merge } from './commands/merge.ts';
import { templates } from './commands/templates.ts';
import { words } from './locale/zh-CN.ts';

/** A new command is one line here. */
const COMMANDS: readonly Command[] = [templates, blank, check, merge, exportCommand];

/** Runs one call of the command line and answers its exit code. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    (name === undefined ? io.err : io.out)(`${words.usage}\n`);
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) {
    io.err(`${words.unknownCommand(name)}\n${words.usage}\n`);
    return 2;
  }
  return command.run(rest, io);
}
