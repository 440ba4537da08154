/** The first 32 bits of the fractional parts of a prime's root (FIPS 180-4). */
function fraction(root: number): number {
  return ((root - Math.floor(root)) * 0x100000000) | 0;
}

const PRIMES = primes(64);
const K = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)));
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** SHA-256 as lower-case hex. Pages without a secure context have no `crypto.subtle`; they get the same by script. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) return sha256Script(bytes);
  const digest = await subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The same without `crypto.subtle`, synchronous (FIPS 180-4). */
export function sha256Script(bytes: Uint8Array): string {
  const hash = new Sha256();
  hash.add(bytes);
  return hash.hex();
}

/** The same of bytes that come piece by piece and are never together in memory. */
export class Sha256 {
  readonly #state = Int32Array.from(START);
  readonly #rest = new Uint8Array(64);
  #length = 0;

  add(bytes: Uint8Array): void {
    const held = this.#length % 64;
    this.#length += bytes.length;
    const taken = held === 0 ? 0 : Math.min(64 - held, bytes.length);
    this.#rest.set(bytes.subarray(0, taken), held);
    if (held + taken === 64) block(this.#state, new DataView(this.#rest.buffer), 0);
    else if (held > 0) return;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = taken;
    for (; at + 64 <= bytes.length; at += 64) block(this.#state, view, at);
    this.#rest.set(bytes.subarray(at));
  }

  /** Lower-case hex of everything added; what was added so far stays, and more may follow. */
  hex(): string {
    const state = Int32Array.from(this.#state);
    const held = this.#length % 64;
    const tail = new Uint8Array(held < 56 ? 64 : 128);
    tail.set(this.#rest.subarray(0, held));
    tail[held] = 0x80;
    const end = new DataView(tail.buffer);
    end.setUint32(tail.length - 8, Math.floor(this.#length / 0x20000000));
    end.setUint32(tail.length - 4, this.#length << 3);
    for (let at = 0; at < tail.length; at += 64) block(state, end, at);
    return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

const words = new Int32Array(64);

function block(state: Int32Array, view: DataView, at: number): void {
  for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + i * 4);
  for (let i = 16; i < 64; i++) {
    const x = words[i - 15] ?? 0;
    const y = words[i - 2] ?? 0;
    const s0 = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3);
    const s1 = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
    words[i] = ((words[i - 16] ?? 0) + s0 + (words[i - 7] ?? 0) + s1) | 0;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (K[i] ?? 0) + (words[i] ?? 0)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] = ((state[i] ?? 0) + word) | 0;
  });
}

function turn(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
