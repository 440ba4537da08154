import { failure } from '../types.ts';

const ENTRY = 128;
const STREAM = 2;
const ROOT = 5;

/** A stream or storage of a compound file (MS-CFB 2.6). Links are places in the directory. */
export interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/**
 * The entries of a directory in their order, the root first.
 * @throws ReadFailure 'damaged'
 */
export function readDirectory(bytes: Uint8Array): DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: DirectoryEntry[] = [];
  for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
    const letters = Math.min(31, Math.max(0, view.getUint16(at + 64, true) / 2 - 1));
    let name = '';
    for (let n = 0; n < letters; n++) name += String.fromCharCode(view.getUint16(at + 2 * n, true));
    entries.push({
      name,
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  if (entries[0]?.type !== ROOT) throw failure('damaged');
  return entries;
}

/** The streams that stand in the root itself, by their names in lower case; those of embedded objects do not. */
export function rootStreams(entries: readonly DirectoryEntry[]): Map<string, DirectoryEntry> {
  const streams = new Map<string, DirectoryEntry>();
  const seen = new Set<number>();
  const open = [entries[0]?.child ?? -1];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = entries[at];
    if (entry === undefined || seen.has(at)) continue;
    seen.add(at);
    const name = entry.name.toLowerCase();
    if (entry.type === STREAM && !streams.has(name)) streams.set(name, entry);
    open.push(entry.left, entry.right);
  }
  return streams;
}
