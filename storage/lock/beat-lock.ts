import { Observable } from '../saver/status.ts';
import { BEAT_EVERY, patience, readBeat } from './beat.ts';
import { ANSWER_WITHIN, FLUSH_WITHIN, type LockState, lockName, type ProjectLock, within } from './types.ts';

/** How long a living writer needs at most to say that it is there; messages are not slowed down in hidden tabs. */
const REPLY_WITHIN = 600;
/** Two tabs that claim at the same moment: the later one wins after this much. */
const SETTLE = 40;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * The lock without Web Locks (`http://10.…` is no secure context): a sign of life in localStorage, and a channel to ask
 * whether the writer is there. A tab that was frozen finds out that it has lost the lock before its next write.
 */
export class BeatLock implements ProjectLock {
  readonly status = new Observable<LockState>('elsewhere');
  beforeYield: () => Promise<unknown> = () => Promise.resolve();
  readonly #me: string;
  readonly #name: string;
  readonly #channel: BroadcastChannel;
  #timer: ReturnType<typeof setInterval> | undefined;
  #heard: ((word: unknown) => void) | null = null;
  #yielding = false;

  constructor(project: string) {
    this.#me = crypto.getRandomValues(new Uint32Array(3)).join('-');
    this.#name = lockName(project);
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = (event) => {
      if (event.data === 'who' && this.holds()) this.#channel.postMessage('here');
      if (event.data === 'yield') void this.#yield();
      this.#heard?.(event.data);
    };
    globalThis.addEventListener('storage', this.#watch);
  }

  readonly holds = (): boolean => this.status.get() === 'held' && this.#owner()?.owner === this.#me;

  /** Takes the lock if nobody has it, or if who has it is gone. */
  async acquire(): Promise<boolean> {
    const found = this.#owner();
    if (!found) return this.#claim();
    if (await this.#ask('who', 'here', REPLY_WITHIN)) return false;
    // No answer: busy, or gone. A busy one gives its next sign of life in time.
    await sleep(patience(found, Date.now()));
    const now = this.#owner();
    if (now && (now.owner !== found.owner || now.beat !== found.beat)) return false;
    return this.#claim();
  }

  async takeOver(): Promise<boolean> {
    if (this.status.get() !== 'elsewhere') return this.holds();
    if (this.#owner()) await this.#ask('yield', 'yielded', ANSWER_WITHIN);
    return this.#claim();
  }

  release(): void {
    globalThis.removeEventListener('storage', this.#watch);
    this.#let('released');
    this.#channel.close();
  }

  #owner() {
    return readBeat(localStorage.getItem(this.#name));
  }

  #beat(): void {
    localStorage.setItem(this.#name, JSON.stringify({ owner: this.#me, beat: Date.now() }));
  }

  async #claim(): Promise<boolean> {
    this.#beat();
    await sleep(SETTLE);
    if (this.#owner()?.owner !== this.#me || this.status.get() === 'released') return false;
    this.status.set('held');
    this.#timer = setInterval(() => {
      if (this.holds()) this.#beat();
      else this.#let('elsewhere');
    }, BEAT_EVERY);
    return true;
  }

  /** Says a word and waits for the answer; whether it came in time. */
  async #ask(word: string, answer: string, ms: number): Promise<boolean> {
    let came = false;
    const heard = new Promise<void>((resolve) => {
      this.#heard = (said) => {
        if (said !== answer) return;
        came = true;
        resolve();
      };
    });
    this.#channel.postMessage(word);
    await within(heard, ms);
    this.#heard = null;
    return came;
  }

  async #yield(): Promise<void> {
    if (!this.holds() || this.#yielding) return;
    this.#yielding = true;
    await within(this.beforeYield(), FLUSH_WITHIN);
    this.#yielding = false;
    this.#let('elsewhere');
    this.#channel.postMessage('yielded');
  }

  readonly #watch = (event: StorageEvent): void => {
    if (event.key === this.#name && this.status.get() === 'held' && !this.holds()) this.#let('elsewhere');
  };

  #let(state: LockState): void {
    clearInterval(this.#timer);
    if (this.#owner()?.owner === this.#me) localStorage.removeItem(this.#name);
    if (this.status.get() !== state) this.status.set(state);
  }
}
