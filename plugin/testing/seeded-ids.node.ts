import { Random } from './random.ts';

/**
 * Runs `work` with record ids that follow from the seed, so that whatever goes by the order of ids goes the same way
 * each time.
 */
export async function withSeededIds(seed: number, work: () => Promise<void>): Promise<void> {
  const { crypto } = globalThis;
  const random = new Random(seed ^ 0x5eed);
  const digits = (count: number): string =>
    Array.from({ length: count }, () => random.int(0, 15).toString(16)).join('');
  const randomUUID = () =>
    `${digits(8)}-${digits(4)}-4${digits(3)}-a${digits(3)}-${digits(12)}` satisfies ReturnType<Crypto['randomUUID']>;
  // Own property over the prototype's: taking it away brings the real one back.
  Object.defineProperty(crypto, 'randomUUID', { value: randomUUID, configurable: true });
  try {
    await work();
  } finally {
    Reflect.deleteProperty(crypto, 'randomUUID');
  }
}
