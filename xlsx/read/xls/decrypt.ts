import { failure } from '../types.ts';
import { md5 } from './md5.ts';
import { RECORD, Records } from './records.ts';

/** Excel locks a workbook whose sheets may not be renamed or moved by this password, and opens it without asking. */
const NO_PASSWORD = 'VelvetSweatshop';
/** Each piece of so many bytes has a key of its own. */
const PIECE = 1_024;
/** Unlocking takes longer than reading; a roster is hundred times smaller. Bytes. */
const LARGEST = 32 * 1024 * 1024;
/** FILEPASS is among the first records; it says that it is RC4, in its first version, with 48 bytes to it. */
const FIRST_RECORDS = 8;
const RC4 = 1;

/** Records that are never locked (MS-XLS 2.2.10), besides BOF and FILEPASS itself. */
const OPEN = new Set<number>([RECORD.begin, RECORD.filePass, 0x00e1, 0x0138, 0x0194, 0x0195, 0x0196]);

/**
 * A stream without the lock that is opened without a password: a copy, in which no FILEPASS stands. The stream itself where
 * it is not locked, `undefined` where it takes a password.
 * @throws ReadFailure 'damaged' | 'too-large'
 */
export function unlocked(stream: Uint8Array): Uint8Array | undefined {
  const records = new Records(stream);
  for (let n = 0; n < FIRST_RECORDS && records.next(); n++) {
    if (records.id !== RECORD.filePass) continue;
    if (records.length < 54 || records.u16(0) !== RC4 || records.u16(2) !== 1) return undefined;
    const [salt, verifier, digest] = [6, 22, 38].map((at) => records.slice(at, 16));
    if (salt === undefined || verifier === undefined || digest === undefined) return undefined;
    const key = baseKey(NO_PASSWORD, salt);
    const cipher = new Cipher(pieceKey(key, 0));
    const known = md5(cipher.apply(verifier.slice()));
    const wanted = cipher.apply(digest.slice());
    if (!known.every((byte, at) => byte === wanted[at])) return undefined;
    if (stream.length > LARGEST) throw failure('too-large');
    return opened(stream, key, records.start - 4);
  }
  return stream;
}

function opened(stream: Uint8Array, key: Uint8Array, filePass: number): Uint8Array {
  const out = stream.slice();
  for (let at = 0; at < out.length; at += PIECE)
    new Cipher(pieceKey(key, at / PIECE)).apply(out.subarray(at, at + PIECE));
  // All of it went through; what was never locked is put back: the heads of records, some of them whole.
  const records = new Records(stream);
  while (records.next()) {
    const { id, start, end } = records;
    const clear = OPEN.has(id) ? end : id === RECORD.boundSheet ? Math.min(end, start + 4) : start;
    out.set(stream.subarray(start - 4, clear), start - 4);
  }
  out.fill(0, filePass, filePass + 2);
  return out;
}

/** MS-OFFCRYPTO 2.3.6.2: of forty bits, as was allowed in 1997. */
function baseKey(password: string, salt: Uint8Array): Uint8Array {
  const letters = Uint8Array.from([...password].flatMap((letter) => [letter.charCodeAt(0), 0]));
  const mixed = new Uint8Array(16 * 21);
  for (let n = 0; n < 16; n++) {
    mixed.set(md5(letters).subarray(0, 5), 21 * n);
    mixed.set(salt, 21 * n + 5);
  }
  return md5(mixed).slice(0, 5);
}

function pieceKey(key: Uint8Array, piece: number): Uint8Array {
  const mixed = new Uint8Array(9);
  mixed.set(key);
  new DataView(mixed.buffer).setUint32(5, piece, true);
  return md5(mixed);
}

/** RC4: the same operation locks and unlocks. */
class Cipher {
  readonly #state = Uint8Array.from({ length: 256 }, (_, n) => n);
  #i = 0;
  #j = 0;

  constructor(key: Uint8Array) {
    for (let n = 0, j = 0; n < 256; n++) {
      j = (j + (this.#state[n] ?? 0) + (key[n % key.length] ?? 0)) & 255;
      this.#swap(n, j);
    }
  }

  /** Changes the bytes in place, and hands them back. */
  apply(bytes: Uint8Array): Uint8Array {
    for (let at = 0; at < bytes.length; at++) {
      this.#i = (this.#i + 1) & 255;
      this.#j = (this.#j + (this.#state[this.#i] ?? 0)) & 255;
      this.#swap(this.#i, this.#j);
      const sum = (this.#state[this.#i] ?? 0) + (this.#state[this.#j] ?? 0);
      bytes[at] = (bytes[at] ?? 0) ^ (this.#state[sum & 255] ?? 0);
    }
    return bytes;
  }

  #swap(a: number, b: number): void {
    const kept = this.#state[a] ?? 0;
    this.#state[a] = this.#state[b] ?? 0;
    this.#state[b] = kept;
  }
}
