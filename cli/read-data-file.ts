import { fstatSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Photo, photoType } from '../records/photo/picture-type.ts';
import { photoOf } from '../xlsx/form/photo-data.ts';
import { type PhotoReader, readDataUrl } from '../xlsx/form/project-forms.ts';
import { base64Bytes } from './base64.ts';
import { PictureSkimmer } from './picture-skimmer.ts';

/** A 数据文件 without its pictures in memory: each is read from the file when it is asked for. */
export interface LightDataFile {
  /** The JSON, with a token in the place of each picture. */
  readonly text: string;
  /** The picture that a token stands for; other texts as `projectForms` reads them. */
  readonly readPhoto: PhotoReader;
  close(): Promise<void>;
}

const CHUNK = 1 << 18;
const TOKEN = /^picture@([0-9]+)\+([0-9]+)$/;
/** Of a text of JSON: the quote and what stands before the picture's letters. */
const BASE64 = /^"data:[^,"\\]*;base64,/i;
const HEAD = 100;

/**
 * Reads a data file piece by piece and leaves the pictures in it: three hundred photos would otherwise be held three
 * times over, as file, as text and as bytes.
 * @param changed what is thrown when the file is written to meanwhile
 * @throws what the file system throws
 */
export async function readDataFile(file: string, changed: string): Promise<LightDataFile> {
  const handle = await open(file, 'r');
  try {
    const { size, mtimeMs } = await handle.stat();
    const skimmer = new PictureSkimmer((start, length) => `"picture@${start}+${length}"`);
    const chunk = Buffer.alloc(CHUNK);
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, CHUNK, null);
      if (bytesRead === 0) break;
      skimmer.push(chunk.subarray(0, bytesRead));
    }
    const text = skimmer.end();
    // One after the other into the same bytes: new ones for every picture cost as much as reading it.
    let bytes = Buffer.alloc(0);
    const readPhoto: PhotoReader = (value) => {
      const [, start, length] = TOKEN.exec(value) ?? [];
      if (start === undefined || length === undefined) return readDataUrl(value);
      const now = fstatSync(handle.fd);
      if (now.size !== size || now.mtimeMs !== mtimeMs) throw new Error(changed);
      if (bytes.length < Number(length)) bytes = Buffer.alloc(Number(length) * 2);
      const read = readSync(handle.fd, bytes, 0, Number(length), Number(start));
      return decoded(bytes.subarray(0, read));
    };
    return { text, readPhoto, close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** @param literal a text of JSON, with its quotes */
function decoded(literal: Buffer): Photo {
  const head = BASE64.exec(literal.toString('latin1', 0, HEAD))?.[0];
  const bytes = head === undefined ? undefined : base64Bytes(literal.subarray(head.length, -1));
  // With line breaks, escapes or letters that are none: as everybody else reads it.
  if (bytes === undefined) return photoOf(String(JSON.parse(literal.toString('utf8'))));
  return { bytes, type: photoType(bytes) ?? 'image/jpeg' };
}
