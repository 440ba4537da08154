/** Where a command reads and writes. */
export interface Io {
  /** Answers, for people or machines. */
  readonly out: (text: string) => void;
  /** Everything else. */
  readonly err: (text: string) => void;
  /** Whether `err` is a terminal, so that progress is worth showing. */
  readonly terminal: boolean;
  /** The folder of packs. */
  readonly packs: string;
}

/** One command of the command line. `run` answers the exit code: 0 clean, 1 errors found, 2 unusable call or file. */
export interface Command {
  readonly run: (args: readonly string[], io: Io) => Promise<number>;
}
