import type { Observable } from '../saver/status.ts';

/** `held`: this tab is the writer. `elsewhere`: another one is. `released`: given back. */
export type LockState = 'held' | 'elsewhere' | 'released';

/** The right to write one project, held by one tab at a time. */
export interface ProjectLock {
  readonly status: Observable<LockState>;
  /** Whether this tab may write at this very moment; asked before every write. */
  readonly holds: () => boolean;
  /** Awaited before the lock is given to a tab that asks for it: write what is pending here. */
  beforeYield: () => Promise<unknown>;
  /**
   * Asks the writer to write what it has and to step back; takes the lock when that is done, or when there is no answer
   * within three seconds (a frozen tab). Answers whether this tab is the writer now. Read the project again afterwards.
   */
  takeOver(): Promise<boolean>;
  /** Gives the lock back; for closing a project and for `pagehide`. */
  release(): void;
}

/** How long a tab that asks for the lock waits for the writer's answer, in milliseconds. */
export const ANSWER_WITHIN = 3_000;
/** How long the writer may take to write what is pending before it steps back regardless: less than the other waits. */
export const FLUSH_WITHIN = 2_500;

/** The name of a project's lock, channel and heartbeat. */
export function lockName(project: string): string {
  return `mingce.lock.${project}`;
}

/** Settles when the promise does, or after `ms`; a rejection counts as settled. */
export function within(promise: Promise<unknown>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    promise.then(end, end);
  });
}
