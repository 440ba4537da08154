import { zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { acceptPicture, acceptSize, MAX_BYTES } from './accept-picture.ts';
import { pictureHeader } from './picture-header.ts';

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const u16 = (n: number): number[] => [n >> 8, n & 0xff];
const u32 = (n: number): number[] => [...u16(Math.floor(n / 0x10000)), ...u16(n & 0xffff)];
const bytes = (...parts: readonly (readonly number[])[]): Uint8Array => Uint8Array.from(parts.flat());

const png = (width: number, height: number, more: readonly number[] = []): Uint8Array =>
  bytes(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    u32(13),
    ascii('IHDR'),
    u32(width),
    u32(height),
    [8, 6, 0, 0, 0],
    u32(0),
    more,
  );
const frame = (sof: number, width: number, height: number, inks: number): number[] => [
  0xff,
  sof,
  ...u16(8 + inks * 3),
  8,
  ...u16(height),
  ...u16(width),
  inks,
  ...Array<number>(inks * 3 + 4).fill(0),
];
const segment = (marker: number, length: number): number[] => [
  0xff,
  marker,
  ...u16(length),
  ...Array<number>(length - 2).fill(0xff),
];

describe('the size is read from the header', () => {
  test.each([
    [
      'jpeg, behind segments full of marker bytes',
      bytes([0xff, 0xd8], segment(0xe1, 60_000), segment(0xc4, 40), frame(0xc0, 640, 480, 3)),
      { kind: 'jpeg', width: 640, height: 480, cmyk: false },
    ],
    [
      'progressive jpeg in four inks, fill bytes before a marker',
      bytes([0xff, 0xd8], segment(0xee, 14), [0xff, 0xff], frame(0xc2, 300, 400, 4)),
      { kind: 'jpeg', width: 300, height: 400, cmyk: true },
    ],
    ['png', png(300, 400), { kind: 'png', width: 300, height: 400, animated: false }],
    ['animated png', png(300, 400, [...u32(8), ...ascii('acTL')]), { kind: 'png', animated: true }],
    [
      'gif',
      bytes(ascii('GIF89a'), [0x2c, 1, 0x90, 1, 0, 0, 0]),
      { kind: 'gif', width: 300, height: 400, animated: false },
    ],
    [
      'animated gif',
      bytes(ascii('GIF89a'), [0x2c, 1, 0x90, 1, 0, 0, 0], [0x21, 0xf9, 4, 0], [0x21, 0xf9, 4, 0]),
      { kind: 'gif', animated: true },
    ],
    [
      'webp, extended',
      bytes(ascii('RIFF'), [0, 0, 0, 0], ascii('WEBPVP8X'), [10, 0, 0, 0], [2, 0, 0, 0], [0x2b, 1, 0], [0x8f, 1, 0]),
      { kind: 'webp', width: 300, height: 400, animated: true },
    ],
    [
      'webp, lossy',
      bytes(ascii('RIFF'), [0, 0, 0, 0], ascii('WEBPVP8 '), Array<number>(10).fill(0), [0x2c, 1, 0x90, 1]),
      { kind: 'webp', width: 300, height: 400 },
    ],
    [
      'webp, lossless',
      bytes(ascii('RIFF'), [0, 0, 0, 0], ascii('WEBPVP8L'), [0, 0, 0, 0, 0x2f], [0x2b, 0xc1, 0x63, 0], [0, 0, 0, 0, 0]),
      { kind: 'webp', width: 300, height: 400 },
    ],
    [
      'bmp, rows from the top',
      bytes(ascii('BM'), Array<number>(16).fill(0), [0x2c, 1, 0, 0], [0x70, 0xfe, 0xff, 0xff], [0, 0]),
      { kind: 'bmp', width: 300, height: 400 },
    ],
  ])('%s', (_name, file, wanted) => {
    expect(pictureHeader(file)).toMatchObject(wanted);
    expect(acceptPicture(file)).toMatchObject({ ok: true });
  });
});

test.each([
  ['heic', bytes(u32(24), ascii('ftypheic'))],
  ['heic', bytes(u32(24), ascii('ftypmif1'))],
  ['raw', bytes(u32(24), ascii('ftypcrx '))],
  ['tiff', bytes(ascii('II*\0'), [8, 0, 0, 0])],
  ['tiff', bytes(ascii('MM\0*'), [0, 0, 0, 8])],
  ['psd', bytes(ascii('8BPS'), [0, 1])],
  ['pdf', bytes(ascii('%PDF-1.7'))],
  ['svg', bytes(ascii('<?xml version="1.0"?>\n<svg xmlns="x">'))],
  ['notPicture', bytes(ascii('PK\x03\x04 a workbook'))],
  ['notPicture', bytes(ascii('ftyp'))],
  ['notPicture', bytes(u32(24), ascii('ftypisom'))],
  ['notPicture', bytes([0xff, 0xd8, 0xff])],
  ['notPicture', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8])],
  ['notPicture', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
])('%s is told apart', (code, file) => {
  expect(acceptPicture(file)).toEqual({ ok: false, error: { code } });
});

test('empty, too large a file, too many and too few pixels, before anything is decoded', () => {
  expect(acceptPicture(new Uint8Array(0))).toEqual({ ok: false, error: { code: 'empty' } });
  expect(acceptSize(40 * 1024 * 1024)).toEqual({ code: 'fileTooLarge', bytes: 40 * 1024 * 1024 });
  expect(acceptSize(MAX_BYTES)).toBeUndefined();
  const error = (file: Uint8Array) => acceptPicture(file);
  const bomb = bytes([...png(60_000, 60_000)], [...zlibSync(new Uint8Array(1000))]);
  expect(error(bomb)).toEqual({ ok: false, error: { code: 'tooManyPixels', width: 60_000, height: 60_000 } });
  expect(error(png(16, 900))).toEqual({ ok: false, error: { code: 'tooFewPixels', width: 16, height: 900 } });
  expect(error(png(0, 0))).toMatchObject({ ok: false });
});
