const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const SINES = Array.from({ length: 64 }, (_, n) => Math.floor(Math.abs(Math.sin(n + 1)) * 2 ** 32));

/** The MD5 digest (RFC 1321), 16 bytes: what locks of old workbooks are made of. No page has it otherwise. */
export function md5(bytes: Uint8Array): Uint8Array {
  const length = Math.ceil((bytes.length + 9) / 64) * 64;
  const padded = new Uint8Array(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, bytes.length << 3, true);
  view.setUint32(length - 4, bytes.length >>> 29, true);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476);
  for (let at = 0; at < length; at += 64) block(view, at, state);
  const digest = new Uint8Array(16);
  const out = new DataView(digest.buffer);
  for (const [n, word] of state.entries()) out.setInt32(4 * n, word, true);
  return digest;
}

function block(view: DataView, at: number, state: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let n = 0; n < 64; n++) {
    const round = n >> 4;
    const [mixed, word] =
      round === 0
        ? [(b & c) | (~b & d), n]
        : round === 1
          ? [(d & b) | (~d & c), (5 * n + 1) & 15]
          : round === 2
            ? [b ^ c ^ d, (3 * n + 5) & 15]
            : [c ^ (b | ~d), (7 * n) & 15];
    const sum = (a + mixed + (SINES[n] ?? 0) + view.getInt32(at + 4 * word, true)) | 0;
    const shift = SHIFTS[4 * round + (n & 3)] ?? 0;
    [a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
  }
  for (const [n, word] of [a, b, c, d].entries()) state[n] = ((state[n] ?? 0) + word) | 0;
}
