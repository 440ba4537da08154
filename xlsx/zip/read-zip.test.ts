import fc from 'fast-check';
import { deflateSync, strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NATIVE } from './native.node.ts';
import { openZip, ZIP_LIMITS, type ZipArchive } from './read-zip.ts';
import { type NativeUnpacking, unpackBy } from './unpack.ts';

function opened(bytes: Uint8Array): ZipArchive {
  const result = openZip(bytes);
  if (!result.ok) throw new Error(result.error.code);
  return result.zip;
}

function codeOf(bytes: Uint8Array): string {
  const result = openZip(bytes);
  return result.ok ? 'ok' : result.error.code;
}

/** Overwrites a 32-bit field of the only central directory entry. */
function patched(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + offset, value, true);
  }
  return copy;
}

function compound(...names: string[]): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  names.forEach((name, n) => {
    [...name].forEach((letter, i) => {
      bytes[1024 + 128 * n + 2 * i] = letter.charCodeAt(0);
    });
  });
  return bytes;
}

describe.each([
  ['by JavaScript', undefined],
  ["by Node's zlib", NATIVE],
])('openZip %s', (_, means) => {
  let before: NativeUnpacking | undefined;
  beforeAll(() => {
    before = unpackBy(means);
  });
  afterAll(() => {
    unpackBy(before);
  });

  it('reads every part as it was packed', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}\.xml$/), fc.uint8Array({ maxLength: 3000 }), {
          minKeys: 1,
          maxKeys: 6,
        }),
        fc.constantFrom(0 as const, 6 as const),
        (parts, level) => {
          const zip = opened(zipSync(parts, { level }));
          expect(zip.entries.map((e) => e.name)).toEqual(Object.keys(parts));
          for (const [name, bytes] of Object.entries(parts)) expect(zip.read(name)).toEqual({ ok: true, bytes });
        },
      ),
    );
  });

  it('unpacks parts longer than one step', () => {
    const bytes = new Uint8Array(500_000).map((_, i) => (i * 2654435761) >>> 13);
    const result = opened(zipSync({ 'a.bin': bytes })).read('a.bin');
    expect(result.ok && Buffer.compare(result.bytes, bytes)).toBe(0);
  });

  it('finds a part whatever its case and slashes, the exact name first', () => {
    const zip = opened(zipSync({ 'xl\\SharedStrings.xml': strToU8('a'), 'XL/sharedstrings.xml': strToU8('b') }));
    expect(zip.find('xl/sharedStrings.xml')?.name).toBe('xl\\SharedStrings.xml');
    expect(zip.find('XL/sharedstrings.xml')?.name).toBe('XL/sharedstrings.xml');
    expect(zip.find('/xl/sharedStrings.xml')).toBeDefined();
    expect(zip.find('__proto__')).toBeUndefined();
  });

  it('hands out the compressed bytes as they stand in the file', () => {
    const text = strToU8('名册'.repeat(500));
    const entry = opened(zipSync({ a: text }, { level: 6 })).find('a');
    expect(entry?.raw()).toEqual(deflateSync(text, { level: 6 }));
  });

  it('opens an archive with bytes in front of it', () => {
    const zip = zipSync({ a: strToU8('x') });
    const moved = new Uint8Array(zip.length + 10);
    moved.set(zip, 10);
    expect(opened(moved).read('a')).toEqual({ ok: true, bytes: strToU8('x') });
  });

  it('says what is no archive', () => {
    expect(codeOf(new Uint8Array())).toBe('empty');
    expect(codeOf(strToU8('<html><table>'))).toBe('not-a-zip');
    expect(codeOf(compound('Root Entry', 'Workbook'))).toBe('xls');
    expect(codeOf(compound('Root Entry', 'EncryptionInfo', 'EncryptedPackage'))).toBe('encrypted');
    expect(codeOf(compound('Root Entry', 'WordDocument'))).toBe('word');
    expect(codeOf(strToU8('%PDF-1.7'))).toBe('pdf');
    expect(codeOf(Uint8Array.from([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 1, 0]))).toBe('other-archive');
    expect(codeOf(Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]))).toBe('other-archive');
    expect(codeOf(Uint8Array.from([0x09, 0x04, 0x06, 0x00, 0, 0]))).toBe('xls');
    const ods = strToU8('application/vnd.oasis.opendocument.spreadsheet');
    expect(codeOf(zipSync({ mimetype: [ods, { level: 0 }], 'content.xml': strToU8('<a/>') }))).toBe('ods');
  });

  it('never takes a cut archive for a whole one', () => {
    const whole = zipSync({ 'a.xml': strToU8('名册'.repeat(300)), 'b.xml': strToU8('b') });
    for (let length = 4; length < whole.length; length += 7) {
      expect(['truncated', 'damaged', 'not-a-zip']).toContain(codeOf(whole.subarray(0, length)));
    }
    expect(codeOf(whole.subarray(0, whole.length - 30))).toBe('truncated');
  });

  it('refuses what declares too much before unpacking it', () => {
    const zip = zipSync({ a: strToU8('x') });
    expect(codeOf(patched(zip, 24, ZIP_LIMITS.partSize + 1))).toBe('too-large');
    expect(codeOf(patched(zip, 24, 20 * 1024 * 1024))).toBe('too-large');
    const many: Record<string, Uint8Array> = {};
    for (let i = 0; i <= ZIP_LIMITS.parts; i++) many[`p${i}`] = new Uint8Array();
    expect(codeOf(zipSync(many))).toBe('too-large');
  });

  it('stops unpacking when more comes out than was declared', () => {
    const bomb = patched(zipSync({ a: new Uint8Array(6_000_000) }, { level: 1 }), 24, 1000);
    let pieces = 0;
    const zip = opened(bomb);
    const entry = zip.find('a');
    if (entry === undefined) throw new Error('no entry');
    const error = zip.stream(entry, (piece) => {
      pieces += piece.length;
      return true;
    });
    expect(error).toEqual({ code: 'too-large', part: 'a' });
    expect(pieces).toBeLessThanOrEqual(1000);
    expect(zip.read('a')).toEqual({ ok: false, error: { code: 'too-large', part: 'a' } });
  });

  it('notices damage', () => {
    const zip = zipSync({ a: strToU8('名册'.repeat(300)) });
    expect(opened(patched(zip, 16, 1)).read('a')).toEqual({ ok: false, error: { code: 'damaged', part: 'a' } });
    const broken = zip.slice();
    broken.fill(0xff, 32, 45);
    expect(opened(broken).read('a').ok).toBe(false);
  });

  it('refuses passwords and unknown methods', () => {
    const zip = zipSync({ a: strToU8('x') });
    const flagged = zip.slice();
    const view = new DataView(flagged.buffer);
    for (let at = 0; at < zip.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    }
    expect(codeOf(flagged)).toBe('locked-archive');
    const bzip = zip.slice();
    const other = new DataView(bzip.buffer);
    for (let at = 0; at < zip.length - 4; at++) {
      if (other.getUint32(at, true) === 0x02014b50) other.setUint16(at + 10, 12, true);
    }
    expect(codeOf(bzip)).toBe('unsupported-compression');
  });
});
