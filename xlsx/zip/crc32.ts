/** Eight tables (slicing by eight): one byte at a time costs as much as inflating. */
const TABLES: readonly Int32Array[] = makeTables();

function makeTables(): Int32Array[] {
  const tables = Array.from({ length: 8 }, () => new Int32Array(256));
  const [first] = tables;
  if (first === undefined) throw new Error('no table');
  for (let n = 0; n < 256; n++) {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    first[n] = c;
  }
  for (let t = 1; t < 8; t++) {
    const before = tables[t - 1];
    const table = tables[t];
    if (before === undefined || table === undefined) throw new Error('no table');
    for (let n = 0; n < 256; n++) {
      const c = before[n] ?? 0;
      table[n] = (first[c & 255] ?? 0) ^ (c >>> 8);
    }
  }
  return tables;
}

/**
 * CRC-32 as ZIP and PNG use it (polynomial 0xEDB88320), as an unsigned number.
 * `seed` is the CRC of the bytes before, for data that arrives in pieces.
 */
export function crc32(bytes: Uint8Array, seed = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES;
  if (!t0 || !t1 || !t2 || !t3 || !t4 || !t5 || !t6 || !t7) throw new Error('no table');
  let c = ~seed;
  let i = 0;
  const end8 = bytes.length - 7;
  for (; i < end8; i += 8) {
    c ^= at(bytes, i) | (at(bytes, i + 1) << 8) | (at(bytes, i + 2) << 16) | (at(bytes, i + 3) << 24);
    c =
      look(t7, c & 255) ^
      look(t6, (c >>> 8) & 255) ^
      look(t5, (c >>> 16) & 255) ^
      look(t4, c >>> 24) ^
      look(t3, at(bytes, i + 4)) ^
      look(t2, at(bytes, i + 5)) ^
      look(t1, at(bytes, i + 6)) ^
      look(t0, at(bytes, i + 7));
  }
  for (; i < bytes.length; i++) c = look(t0, (c ^ at(bytes, i)) & 255) ^ (c >>> 8);
  return ~c >>> 0;
}

function at(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

function look(table: Int32Array, index: number): number {
  return table[index] ?? 0;
}
