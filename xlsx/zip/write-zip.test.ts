import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { compress, nativeGzip, packBy, scriptGzip } from './compress.ts';
import { NATIVE_PACKING } from './native.node.ts';
import { openZip } from './read-zip.ts';
import { storedPart, textPart, writeZip, type ZipPart } from './write-zip.ts';

function open(bytes: Uint8Array) {
  const opened = openZip(bytes);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.zip;
}

test('what is written is read back by another reader, names and all', async () => {
  const bytes = await writeZip([
    textPart('a.xml', '<甲/>'),
    textPart('目录/b.txt', ''),
    textPart('c', 'x'.repeat(300_000)),
  ]);
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toEqual(['a.xml', '目录/b.txt', 'c']);
  expect(files['a.xml']).toEqual(strToU8('<甲/>'));
  expect(files.c?.length).toBe(300_000);
});

test('kept parts keep their compressed bytes', async () => {
  const source = zipSync({
    'x.xml': [strToU8('kept '.repeat(500)), { level: 9 }],
    'y.bin': [strToU8('stored'), { level: 0 }],
  });
  const zip = open(source);
  const copy = open(await writeZip([...zip.entries.map((kept): ZipPart => ({ kept })), textPart('z', 'new')]));
  for (const entry of zip.entries) {
    const twin = copy.find(entry.name);
    expect(twin?.method).toBe(entry.method);
    expect(twin?.crc32).toBe(entry.crc32);
    expect(twin?.raw()).toEqual(entry.raw());
  }
  expect(copy.entries.map((entry) => entry.name)).toEqual(['x.xml', 'y.bin', 'z']);
});

test('the same parts give the same bytes', async () => {
  const parts = () => [textPart('a', 'one'), textPart('b', 'two')];
  expect(await writeZip(parts())).toEqual(await writeZip(parts()));
});

test("an archive packed by Node's zlib is the same to the last byte, however its parts come", async () => {
  function* pieces(): Generator<Uint8Array<ArrayBuffer>> {
    for (const text of ['one', 'two']) yield new TextEncoder().encode(text.repeat(1000));
  }
  const parts = () => [
    textPart('a', '张三'.repeat(20_000)),
    textPart('b', ''),
    storedPart('c.jpeg', new Uint8Array(5000).fill(7)),
    { name: 'd', chunks: pieces() },
    { name: 'e', chunks: [...pieces()] },
  ];
  const streamed = await writeZip(parts());
  const asked: number[] = [];
  const before = packBy({
    gzip: (bytes) => {
      asked.push(bytes.length);
      return NATIVE_PACKING.gzip(bytes);
    },
  });
  try {
    expect(await writeZip(parts())).toEqual(streamed);
    expect(asked).toEqual([120_000, 0]);
  } finally {
    packBy(before);
  }
});

test('native and script compression describe the same content, however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 12 }), async (arrays) => {
      const chunks = arrays.map((array) => new Uint8Array(array));
      const native = await compress(chunks, nativeGzip);
      const script = await compress(chunks, scriptGzip);
      expect(script.crc32).toBe(native.crc32);
      expect(script.size).toBe(native.size);
      expect(native.size).toBe(arrays.reduce((sum, array) => sum + array.length, 0));
    }),
    { numRuns: 40 },
  );
});

test('a failure while the chunks are being made comes out as that failure', async () => {
  function* broken(): Generator<Uint8Array<ArrayBuffer>> {
    yield new Uint8Array(10);
    throw new Error('no such record');
  }
  await expect(writeZip([{ name: 'a', chunks: broken() }])).rejects.toThrow('no such record');
});
