import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { makeOds, odsRow, odsText } from './ods/testing/made-ods.ts';
import { readPictures } from './read-pictures.ts';
import { makeXls, record, u16, u32 } from './xls/testing/biff-writer.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 9, 8]);
const ALL = new Set(['甲', '乙']);

/** A record of Office Art; `version` 15 holds others. */
const art = (version: number, instance: number, type: number, ...content: readonly number[]): number[] => [
  ...u16(version | (instance << 4), type),
  ...u32(content.length),
  ...content,
];
const zeros = (length: number): number[] => Array.from({ length }, () => 0);

/** A picture in the store, with one mark or two before it, and a name. */
const stored = (instance: number, type: number, bytes: Uint8Array): number[] => {
  const marks = instance & 1 ? 32 : 16;
  const blip = art(0, instance, type, ...zeros(marks + 1), ...bytes);
  return art(2, 6, 0xf007, ...zeros(33), 4, 0, 0, ...zeros(4), ...blip);
};
const shape = (picture: number, row: number, column: number): number[] =>
  art(
    15,
    0,
    0xf004,
    ...art(3, 2, 0xf00b, ...u16(0x007f), ...u32(1), ...u16(0x4104), ...u32(picture)),
    ...art(0, 0, 0xf010, ...u16(2, column, 0, row, 0, column + 1, 0, row + 1, 0)),
  );

it('those of an .xls stand where their shapes do, though cut into records, charts in the sheet left out', () => {
  const group = art(
    15,
    0,
    0xf000,
    ...art(15, 2, 0xf001, ...stored(0x6e0, 0xf01e, PNG), ...stored(0x46b, 0xf01d, JPEG)),
  );
  const drawing = art(
    15,
    0,
    0xf002,
    ...art(15, 0, 0xf003, ...shape(2, 2, 13), ...shape(0, 5, 5), ...shape(1, 40, 1), ...shape(9, 1, 1)),
  );
  const cut = 60;
  const bytes = makeXls({
    globals: [record(0x00eb, ...group.slice(0, 100)), record(0x003c, ...group.slice(100))],
    sheets: [
      {
        name: '甲',
        cells: [
          record(0x00ec, ...drawing.slice(0, cut)),
          record(0x0809, ...u16(0x0600, 0x20), ...zeros(12)),
          record(0x00ec, ...zeros(30)),
          record(0x000a),
          record(0x005d, 0, 0),
          record(0x00ec, ...drawing.slice(cut)),
        ],
      },
      { name: '乙', cells: [] },
      { name: '丙', cells: [record(0x00ec, ...drawing)] },
    ],
  });
  const { bySheet } = readPictures(bytes, ALL);
  expect([...bySheet]).toEqual([
    [
      '甲',
      [
        { row: 3, column: 14, bytes: JPEG },
        { row: 41, column: 2, bytes: PNG },
      ],
    ],
    ['乙', []],
  ]);
});

it('those of an .ods stand at the cell that they are fixed to', () => {
  const frame = (name: string): string => `<draw:frame><draw:image xlink:href="./Pictures/${name}"/></draw:frame>`;
  const content =
    `<table:shapes>${frame('b.jpg')}</table:shapes><table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>` +
    odsRow(
      '<table:table-cell table:number-columns-repeated="3"/>',
      odsText(frame('a.png')),
      odsText(frame('none.png')),
    );
  const made = makeOds({ tables: { 甲: content, 丙: odsRow(odsText(frame('a.png'))) } });
  const bytes = zipSync({ ...unzipSync(made), 'Pictures/a.png': PNG, 'Pictures/b.jpg': JPEG });
  expect([...readPictures(bytes, ALL).bySheet]).toEqual([
    [
      '甲',
      [
        { row: 1, column: 1, bytes: JPEG },
        { row: 5, column: 4, bytes: PNG },
      ],
    ],
  ]);
});

it('of what is broken or something else there are none', () => {
  const broken = makeXls({
    sheets: [{ name: '甲', cells: [record(0x00ec, 1, 2, 3)] }],
    globals: [record(0x00eb, 15, 0, 0, 0xf0, 255, 255, 255, 255)],
  });
  for (const bytes of [broken, broken.subarray(0, 900), strToU8('姓名'), makeOds({ tables: { 甲: '<a>' } })])
    expect([...readPictures(bytes, ALL).bySheet].flatMap(([, pictures]) => pictures)).toEqual([]);
});
