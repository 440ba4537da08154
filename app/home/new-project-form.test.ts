import { expect, it } from 'vitest';
import type { Parameter } from '../../sheets-templates/schema.ts';
import { askedParameters, readDraft } from './new-project-form.ts';

const PARAMETERS: readonly Parameter[] = [
  { key: 'county', label: '县', type: 'text', default: null },
  { key: 'ageLimit', label: '年龄上限', type: 'number', default: 35 },
  { key: 'minimumEducation', label: '最低学历', type: 'choice', choices: ['高中', '大专'], default: '高中' },
  { key: 'reviewShare', label: '比例', type: 'number', default: null },
];
const draft = {
  level: 'township' as const,
  county: ' 青神县 ',
  unit: '南城镇党委',
  asOf: '2017-11-30',
  parameters: {},
};

it('asks for no setting twice', () => {
  expect(askedParameters(PARAMETERS).map(({ key }) => key)).toEqual(['ageLimit', 'minimumEducation', 'reviewShare']);
});

it('reads a filled form', () => {
  expect(readDraft(draft, PARAMETERS)).toEqual({
    ok: true,
    settings: { county: '青神县', unit: '南城镇党委', level: 'township', asOf: '2017-11-30' },
  });
});

it('keeps what differs from the default; what was cleared is switched off', () => {
  const parameters = { ageLimit: '４０', minimumEducation: '高中', reviewShare: '' };
  expect(readDraft({ ...draft, parameters }, PARAMETERS)).toMatchObject({ settings: { ageLimit: 40 } });
  const off = readDraft({ ...draft, parameters: { ageLimit: ' ' } }, PARAMETERS);
  expect(off.ok && off.settings).toMatchObject({ ageLimit: null });
});

it('names every field that is wrong', () => {
  const bad = { ...draft, county: ' ', unit: '', asOf: '2017-11-31', parameters: { ageLimit: '三十五' } };
  expect(readDraft(bad, PARAMETERS)).toEqual({
    ok: false,
    problems: { county: 'county', unit: 'unit', asOf: 'asOf', ageLimit: 'number' },
  });
});
