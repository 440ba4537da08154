import { createHash } from 'node:crypto';
import { RECORD, Records } from '../records.ts';
import { record, u16, u32 } from './biff-writer.ts';

const md5 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

/**
 * Locks a stream by a password as Excel 97 does (MS-OFFCRYPTO 2.3.6, MS-XLS 2.2.10), for tests. Its first record after BOF
 * must be a FILEPASS of 54 bytes, which is filled in.
 */
export function locked(stream: Uint8Array, password: string): Uint8Array {
  const salt = Uint8Array.from({ length: 16 }, (_, n) => n * 11);
  const first = md5(new Uint8Array(Buffer.from(password, 'utf16le'))).subarray(0, 5);
  const base = md5(...Array.from({ length: 16 }, () => [first, salt]).flat()).subarray(0, 5);
  const keyOf = (piece: number): Uint8Array => md5(base, Uint8Array.from(u32(piece)));
  const verifier = Uint8Array.from({ length: 16 }, (_, n) => 200 - n);
  const mask = rc4(keyOf(0), 32);
  const proof = Uint8Array.from([...verifier, ...md5(verifier)], (byte, n) => byte ^ (mask[n] ?? 0));
  const out = stream.slice();
  const records = new Records(stream);
  while (records.next()) {
    const { id, start, end } = records;
    if (id === RECORD.filePass) out.set([...u16(1, 1, 1), ...salt, ...proof], start);
    if (id === RECORD.filePass || id === RECORD.begin) continue;
    for (let at = id === RECORD.boundSheet ? start + 4 : start; at < end; at++)
      out[at] = (stream[at] ?? 0) ^ (rc4(keyOf(at >> 10), (at & 1023) + 1).at(-1) ?? 0);
  }
  return out;
}

/** A FILEPASS to be filled in. */
export const FILE_PASS = record(RECORD.filePass, ...Array.from({ length: 54 }, () => 0));

/** So many bytes of a key's stream. */
function rc4(key: Uint8Array, length: number): Uint8Array {
  const s = [...Array(256).keys()];
  const at = (n: number): number => s[n & 255] ?? 0;
  const swap = (a: number, b: number): void => {
    [s[a], s[b]] = [at(b), at(a)];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  const out = new Uint8Array(length);
  for (let n = 0, i = 0, j = 0; n < length; n++) {
    i = (i + 1) & 255;
    j = (j + at(i)) & 255;
    swap(i, j);
    out[n] = at(at(i) + at(j));
  }
  return out;
}
