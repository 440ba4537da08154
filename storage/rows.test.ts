import { describe, expect, it } from 'vitest';
import { exportRow, parseBlock, parseLayout, parseMeta, parsePlace, parseRecord, salvageMeta } from './rows.ts';

const settings = { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30', ageLimit: 35 };
const meta = {
  id: 'p',
  name: '南城',
  pack: 'k',
  settings,
  extra: {},
  createdAt: 1,
  updatedAt: 2,
  rev: 3,
  counts: { person: 4 },
};

describe('parseMeta', () => {
  it('takes a good row and keeps what it does not know', () => {
    expect(parseMeta({ ...meta, later: [1] })).toEqual({ ok: true, value: { ...meta, later: [1] } });
  });

  it.each([
    ['no settings', { ...meta, settings: undefined }],
    ['a reference date that is none', { ...meta, settings: { ...settings, asOf: '2017年' } }],
    ['a broken revision', { ...meta, rev: -1 }],
    ['extra that is no JSON', { ...meta, extra: { a: new Date(0) } }],
    ['nothing', null],
  ])('refuses %s', (_, raw) => {
    expect(parseMeta(raw)).toEqual({ ok: false, reason: 'bad-settings' });
  });
});

describe('salvageMeta', () => {
  it('keeps every part that is right and blanks the rest', () => {
    const raw = { ...meta, rev: 'x', settings: { county: '青神县', unit: 5, level: 'village', asOf: 'x' } };
    const saved = salvageMeta('p', raw, '2020-01-01');
    expect(saved.settings).toEqual({ county: '青神县', unit: '', level: 'village', asOf: '2020-01-01' });
    expect([saved.name, saved.pack, saved.rev]).toEqual(['南城', 'k', 0]);
    expect(salvageMeta('p', 'junk', '2020-01-01').settings.level).toBe('township');
  });
});

describe('parseRecord', () => {
  const row = {
    id: 'a',
    rank: 1,
    data: { id: 'a', name: '张三', extra: { 民族: '汉' } },
  };

  it('takes a good row', () => {
    expect(parseRecord(row)).toEqual({ ok: true, value: { id: 'a', rank: 1, data: row.data } });
  });

  it.each([
    ['not-an-object', 7],
    ['bad-key', { ...row, id: '' }],
    ['bad-key', { ...row, data: { id: 'b' } }],
    ['bad-rank', { ...row, rank: 0.5 }],
    ['bad-rank', { ...row, rank: undefined }],
    ['bad-data', { ...row, data: '张三' }],
    ['bad-data', { ...row, data: { id: 'a', when: new Date(0) } }],
  ])('says %s', (reason, raw) => {
    expect(parseRecord(raw)).toEqual({ ok: false, reason });
  });
});

describe('parseBlock', () => {
  const block = { project: 'p', entity: 'person', block: 3, rows: ['anything'] };

  it('takes a good one, whatever its rows are', () => {
    expect(parseBlock(block)).toEqual({ ok: true, value: { entity: 'person', block: 3, rows: ['anything'] } });
  });

  it.each([
    ['not-an-object', []],
    ['bad-key', { ...block, entity: 3 }],
    ['bad-key', { ...block, block: 0.5 }],
    ['bad-data', { ...block, rows: { length: 0 } }],
  ])('says %s', (reason, raw) => {
    expect(parseBlock(raw)).toEqual({ ok: false, reason });
  });
});

it('parses layouts and places', () => {
  expect(parseLayout({ project: 'p', sheet: 's', layout: { w: [1] } })).toMatchObject({ ok: true });
  // The spreadsheet leaves such keys behind; they must not make a whole project unreadable.
  const left = { sheets: { s: { freeze: undefined, rows: [undefined, { h: 1, ia: undefined }] } } };
  expect(parseLayout({ project: 'p', sheet: 's', layout: left })).toEqual({
    ok: true,
    value: { sheet: 's', layout: { sheets: { s: { rows: [null, { h: 1 }] } } } },
  });
  expect(parseLayout({ project: 'p', sheet: 's', layout: new Date(0) })).toEqual({ ok: false, reason: 'bad-layout' });
  expect(parsePlace(undefined)).toEqual({ ok: true, value: null });
  expect(parsePlace({ project: 'p', place: { sheet: 's', cell: 'K4' } })).toEqual({
    ok: true,
    value: { sheet: 's', cell: 'K4' },
  });
  expect(parsePlace({ project: 'p', place: { sheet: 's' } })).toEqual({ ok: false, reason: 'bad-place' });
});

it('knows an export log line', () => {
  const line = {
    at: '2026-01-02T03:04:05.000Z',
    project: 'p',
    unit: 'u',
    template: 'roster',
    fileName: 'f',
    rows: 1,
    mask: 'none',
    sha256: '',
    failed: 0,
  };
  expect(exportRow.safeParse(line).success).toBe(true);
  expect(exportRow.safeParse({ ...line, rows: -1 }).success).toBe(false);
});
