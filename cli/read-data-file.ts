import { type FileHandle, open } from 'node:fs/promises';
import { photoType } from '../records/photo/picture-type.ts';
import { photoOf } from '../xlsx/form/photo-data.ts';
import { type PhotoReader, readDataUrl } from '../xlsx/form/project-forms.ts';
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
const BASE64 = /^"data:[^,]*;base64,([A-Za-z0-9+/]*={0,2})"$/i;

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
    const readPhoto: PhotoReader = async (value) => {
      const [, start, length] = TOKEN.exec(value) ?? [];
      if (start === undefined || length === undefined) return readDataUrl(value);
      const now = await handle.stat();
      if (now.size !== size || now.mtimeMs !== mtimeMs) throw new Error(changed);
      return decoded(await slice(handle, Number(start), Number(length)));
    };
    return { text, readPhoto, close: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function slice(handle: FileHandle, start: number, length: number): Promise<string> {
  const bytes = Buffer.alloc(length);
  await handle.read(bytes, 0, length, start);
  return bytes.toString('latin1');
}

/** @param literal a text of JSON, with its quotes */
function decoded(literal: string) {
  const base64 = BASE64.exec(literal)?.[1];
  // With line breaks, escapes or letters that are none: as everybody else reads it.
  if (base64 === undefined) return photoOf(String(JSON.parse(literal)));
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
  return { bytes, type: photoType(bytes) ?? 'image/jpeg' };
}
