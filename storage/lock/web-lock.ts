import { Observable } from '../saver/status.ts';
import { ANSWER_WITHIN, FLUSH_WITHIN, type LockState, lockName, type ProjectLock, within } from './types.ts';

/** The browser takes a lock back only some time after its tab is gone; in milliseconds. */
const LET_GO_WITHIN = 800;

/** The lock by the browser's Web Locks (secure contexts): given back by itself when the tab dies. */
export class WebLock implements ProjectLock {
  readonly status = new Observable<LockState>('elsewhere');
  beforeYield: () => Promise<unknown> = () => Promise.resolve();
  readonly #name: string;
  readonly #channel: BroadcastChannel;
  #free: (() => void) | null = null;
  #yielding = false;

  constructor(project: string) {
    this.#name = lockName(project);
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = () => void this.#yield();
  }

  readonly holds = (): boolean => this.#free !== null;

  /** Takes the lock if nobody has it; a tab that has just been closed or reloaded is given a moment to let go. */
  async acquire(): Promise<boolean> {
    return (await this.#request({ ifAvailable: true })) || this.#wait(LET_GO_WITHIN);
  }

  async takeOver(): Promise<boolean> {
    if (this.status.get() !== 'elsewhere') return this.holds();
    this.#channel.postMessage('yield');
    return (await this.#wait(ANSWER_WITHIN)) || this.#request({ steal: true });
  }

  release(): void {
    this.#channel.close();
    this.#let('released');
  }

  async #wait(ms: number): Promise<boolean> {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), ms);
    const given = await this.#request({ signal: patience.signal });
    clearTimeout(timer);
    return given;
  }

  #request(options: LockOptions): Promise<boolean> {
    return new Promise((resolve) => {
      const held = navigator.locks.request(this.#name, options, (lock) => {
        if (!lock || this.status.get() === 'released') {
          resolve(false);
          return;
        }
        return new Promise<void>((free) => {
          this.#free = free;
          this.status.set('held');
          resolve(true);
        });
      });
      // Rejected when the patience is over, or when another tab has stolen the lock from this one.
      held.catch(() => {
        if (this.#free) this.#let('elsewhere');
        resolve(false);
      });
    });
  }

  async #yield(): Promise<void> {
    if (!this.#free || this.#yielding) return;
    this.#yielding = true;
    await within(this.beforeYield(), FLUSH_WITHIN);
    this.#yielding = false;
    if (this.holds()) this.#let('elsewhere');
  }

  #let(state: LockState): void {
    const free = this.#free;
    this.#free = null;
    this.status.set(state);
    free?.();
  }
}
