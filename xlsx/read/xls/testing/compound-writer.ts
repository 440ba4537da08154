import { concat } from '../../../zip/concat.ts';

/** Puts streams into a compound file (MS-CFB), for tests: those under 4,096 bytes into the small ones' stream, as it is done. */

const FREE = 0xffffffff;
const END = 0xfffffffe;
const FAT = 0xfffffffd;
const DIFAT = 0xfffffffc;
const CUTOFF = 4096;
const MINI = 64;

export interface MadeStream {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Stands in a storage of the root, as an embedded object does. */
  readonly embedded?: boolean;
}

export function makeCompound(streams: readonly MadeStream[], { version = 3 }: { version?: 3 | 4 } = {}): Uint8Array {
  const size = version === 3 ? 512 : 4096;
  const sectors: Uint8Array[] = [];
  const fat: number[] = [];
  const put = (bytes: Uint8Array): number => {
    const first = sectors.length;
    for (let at = 0; at < bytes.length; at += size) {
      const sector = new Uint8Array(size);
      sector.set(bytes.subarray(at, at + size));
      sectors.push(sector);
      fat.push(at + size < bytes.length ? sectors.length : END);
    }
    return bytes.length === 0 ? END : first;
  };
  const mini: number[] = [];
  const small: Uint8Array[] = [];
  const starts = streams.map(({ bytes }) => {
    if (bytes.length >= CUTOFF) return put(bytes);
    const first = mini.length;
    for (let at = 0; at < bytes.length; at += MINI) {
      const piece = new Uint8Array(MINI);
      piece.set(bytes.subarray(at, at + MINI));
      small.push(piece);
      mini.push(at + MINI < bytes.length ? mini.length + 1 : END);
    }
    return bytes.length === 0 ? END : first;
  });
  const miniStream = concat(small);
  const miniStart = put(miniStream);
  const miniFat = put(numbers(mini));
  const directory = put(directoryOf(streams, starts, { start: miniStart, size: miniStream.length }, size));
  const perSector = size / 4;
  // The table lists itself and the list of where it stands.
  let tables = 0;
  let lists = 0;
  for (let before = -1; before !== tables + lists; ) {
    before = tables + lists;
    tables = Math.ceil((sectors.length + tables + lists) / perSector);
    lists = Math.max(0, Math.ceil((tables - 109) / (perSector - 1)));
  }
  const firstTable = sectors.length;
  const firstList = firstTable + tables;
  for (let n = 0; n < tables; n++) fat.push(FAT);
  for (let n = 0; n < lists; n++) fat.push(DIFAT);
  const table = padded(fat, tables * perSector);
  const places = Array.from({ length: tables }, (_, n) => firstTable + n);
  const list: number[] = [];
  for (let n = 0; n < lists; n++) {
    const rest = places.slice(109 + n * (perSector - 1), 109 + (n + 1) * (perSector - 1));
    list.push(...padded(rest, perSector - 1), n + 1 < lists ? firstList + n + 1 : END);
  }
  const header = new Uint8Array(size);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(header.buffer);
  const words = [0x3e, version, 0xfffe, version === 3 ? 9 : 12, 6] as const;
  for (const [n, word] of words.entries()) view.setUint16(24 + 2 * n, word, true);
  const heads = [
    tables,
    directory,
    0,
    CUTOFF,
    miniFat,
    Math.ceil(mini.length / perSector),
    lists > 0 ? firstList : END,
    lists,
  ];
  for (const [n, value] of heads.entries()) view.setUint32(44 + 4 * n, value, true);
  for (const [n, place] of padded(places.slice(0, 109), 109).entries()) view.setUint32(76 + 4 * n, place, true);
  return concat([header, ...sectors, numbers(table), numbers(list)]);
}

function directoryOf(
  streams: readonly MadeStream[],
  starts: readonly number[],
  root: { readonly start: number; readonly size: number },
  sector: number,
): Uint8Array {
  const embedded = streams.some((stream) => stream.embedded);
  const count = streams.length + (embedded ? 2 : 1);
  const bytes = new Uint8Array(Math.ceil((count * 128) / sector) * sector);
  const view = new DataView(bytes.buffer);
  const write = (n: number, name: string, type: number, right: number, child: number, start: number, size: number) => {
    const at = n * 128;
    for (const [i, letter] of [...name].entries()) view.setUint16(at + 2 * i, letter.charCodeAt(0), true);
    view.setUint16(at + 64, 2 * name.length + 2, true);
    view.setUint8(at + 66, type);
    for (const [i, value] of [FREE, right, child].entries()) view.setUint32(at + 68 + 4 * i, value, true);
    view.setUint32(at + 116, start, true);
    view.setUint32(at + 120, size, true);
  };
  // Siblings in a line to the right: a tree as well, if a poor one.
  const places = (inside: boolean): number[] =>
    streams.flatMap((stream, n) => ((stream.embedded ?? false) === inside ? [n + 1] : []));
  const storage = streams.length + 1;
  const own = [...places(false), ...(embedded ? [storage] : [])];
  write(0, 'Root Entry', 5, FREE, own[0] ?? FREE, root.start, root.size);
  const next = (list: readonly number[], place: number): number => list[list.indexOf(place) + 1] ?? FREE;
  for (const [n, { name, bytes: content, embedded: inside }] of streams.entries()) {
    const right = next(inside ? places(true) : own, n + 1);
    write(n + 1, name, 2, right, FREE, starts[n] ?? END, content.length);
  }
  if (embedded) write(storage, 'MBD0001', 1, FREE, places(true)[0] ?? FREE, 0, 0);
  return bytes;
}

function padded(list: readonly number[], length: number): number[] {
  return [...list, ...Array.from({ length: Math.max(0, length - list.length) }, () => FREE)];
}

function numbers(list: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * list.length);
  const view = new DataView(bytes.buffer);
  for (const [n, value] of list.entries()) view.setUint32(4 * n, value, true);
  return bytes;
}
