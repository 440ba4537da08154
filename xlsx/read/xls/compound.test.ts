import { describe, expect, it } from 'vitest';
import { ReadFailure } from '../types.ts';
import { openCompound } from './compound.ts';
import { makeCompound } from './testing/compound-writer.ts';

const bytesOf = (length: number, seed = 7): Uint8Array => Uint8Array.from({ length }, (_, n) => (n * seed + 3) & 0xff);

function codeOf(read: () => unknown): string {
  try {
    read();
    return 'ok';
  } catch (error) {
    if (error instanceof ReadFailure) return error.error.code;
    throw error;
  }
}

describe('a compound file', () => {
  it.each([3, 4] as const)('of version %d hands out short and long streams', (version) => {
    const [short, long] = [bytesOf(1_000), bytesOf(20_001, 5)];
    const file = openCompound(
      makeCompound(
        [
          { name: 'Workbook', bytes: long },
          { name: 'short', bytes: short },
          { name: 'none', bytes: new Uint8Array() },
        ],
        { version },
      ),
    );
    expect(file.read('workbook')).toEqual(long);
    expect(file.read('short')).toEqual(short);
    expect(file.read('none')).toEqual(new Uint8Array());
    expect([file.has('short'), file.has('other'), file.read('other')]).toEqual([true, false, undefined]);
  });

  it('of more than 7 MB, whose table has a list of its own, is read', () => {
    const long = bytesOf(9_000_000);
    const read = openCompound(makeCompound([{ name: 'Workbook', bytes: long }])).read('workbook');
    expect(read?.length).toBe(long.length);
    expect(read?.every((byte, n) => byte === long[n])).toBe(true);
  });

  it('does not take what is embedded in it for its own', () => {
    const file = openCompound(
      makeCompound([
        { name: 'WordDocument', bytes: bytesOf(100) },
        { name: 'Workbook', bytes: bytesOf(100), embedded: true },
      ]),
    );
    expect([file.has('worddocument'), file.has('workbook')]).toEqual([true, false]);
  });

  it('cut off anywhere is told to be', () => {
    const whole = makeCompound([{ name: 'Workbook', bytes: bytesOf(6_000) }]);
    for (let length = 0; length < whole.length; length += 101)
      expect(codeOf(() => openCompound(whole.subarray(0, length)).read('workbook'))).toBe('truncated');
  });

  it('that runs in circles comes to an end', () => {
    const whole = makeCompound([
      { name: 'Workbook', bytes: bytesOf(6_000) },
      { name: 'short', bytes: bytesOf(500) },
    ]);
    const read = (bytes: Uint8Array) => () => {
      const file = openCompound(bytes);
      file.read('workbook');
      file.read('short');
    };
    expect(codeOf(read(whole))).toBe('ok');
    // Each number that names a sector, in the header and behind the long stream, made to name another.
    for (let at = 44; at + 4 <= whole.length; at += 4)
      for (const value of [0, 1, 0xffffffff]) {
        if (at >= 80 && at < 512 + 6_144) continue;
        const broken = whole.slice();
        new DataView(broken.buffer).setUint32(at, value, true);
        expect(['ok', 'damaged', 'truncated']).toContain(codeOf(read(broken)));
      }
  });
});
