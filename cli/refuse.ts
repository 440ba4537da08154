import type { Io } from './command.ts';
import { words } from './locale/zh-CN.ts';

/** Says why a call is unusable and how it is meant; answers the exit code. */
export function refuseCall(
  io: Io,
  error: { readonly code: 'unknown-option' | 'missing-value'; readonly option: string } | undefined,
  usage: string,
): number {
  if (error?.code === 'unknown-option') io.err(`${words.unknownOption(error.option)}\n`);
  if (error?.code === 'missing-value') io.err(`${words.missingValue(error.option)}\n`);
  io.err(`${usage}\n`);
  return 2;
}

/** Says why a file or template is unusable; answers the exit code. */
export function refuse(io: Io, sentence: string): number {
  io.err(`${sentence}\n`);
  return 2;
}
