import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBlock, readColumns } from './form-area.ts';
import { type FormBinding, formBindingSchema, sectionSlots } from './form-binding.ts';
import { formFieldReferences } from './form-fields.ts';

const folder = new URL('./village-reserve-cadres/record-form/', import.meta.url);

function committed(): FormBinding {
  return formBindingSchema.parse(JSON.parse(readFileSync(new URL('binding.json', folder), 'utf8')));
}

describe('a form binding', () => {
  test('is plain data', () => {
    const binding = committed();
    expect(formBindingSchema.parse(JSON.parse(JSON.stringify(binding)))).toEqual(binding);
  });

  test('gives the cells of its sections', () => {
    const slots = new Map(committed().sections.map((section) => [section.key, sectionSlots(section)]));
    expect(slots.get('trainings')?.at(-1)).toEqual(['B13:D13', 'E13:F13', 'G13:H13', 'I13:Q13']);
    expect(slots.get('mentorings')?.map(([mentor]) => mentor)).toEqual(['E15:F15', 'E16:F16', 'E17:F17', 'E18:F18']);
    expect(slots.get('townshipOpinions')).toEqual([['B27:E27', 'F27:I27', 'J27:M27', 'N27:Q27']]);
    expect(slots.get('yearResult')).toEqual([['B28:Q28']]);
  });

  test('is refused when two of its areas lie over each other, or two sections share a key', () => {
    const binding = committed();
    const [name, gender, ...others] = binding.fields;
    if (name === undefined || gender === undefined) throw new Error('two fields');
    const over = formBindingSchema.safeParse({ ...binding, fields: [name, { ...gender, area: 'D3:E3' }, ...others] });
    expect(over.error?.issues.map((issue) => issue.message)).toContain('gender lies over name');
    const twice = binding.sections.map((section) => ({ ...section, key: 'same' }));
    expect(formBindingSchema.safeParse({ ...binding, sections: twice }).success).toBe(false);
  });

  test('names the fields that it reads', () => {
    const references = formFieldReferences(committed());
    const fields = (entity: string) => [...new Set(references.filter((r) => r.entity === entity).map((r) => r.field))];
    expect(fields('person').length).toBe(18);
    expect(fields('mentoring').sort()).toEqual(['content', 'mentor', 'opinion', 'quarter', 'year']);
    expect(fields('review').sort()).toEqual(['level', 'opinion', 'quarter', 'year']);
    expect(fields('training').sort()).toEqual(['content', 'days', 'mode', 'time']);
    expect(references).toContainEqual({ entity: 'yearResult', field: 'result', path: 'sections.5.field' });
  });

  test('areas', () => {
    expect(readBlock('B3:AA12')).toEqual({ left: 2, top: 3, right: 27, bottom: 12 });
    expect(readColumns('Q')).toEqual({ left: 17, right: 17 });
    expect(() => readBlock('3B')).toThrow(RangeError);
  });
});
