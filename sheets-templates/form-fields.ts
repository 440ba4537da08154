import type { FormBinding, FormSection } from './form-binding.ts';

/** A field that a form binding names, with where it does. */
export interface FormFieldReference {
  readonly entity: string;
  readonly field: string;
  /** `sections.1.columns.0` */
  readonly path: string;
}

/** Every field that a form reads: each must be one of its entity's. `quarter`, `where` and the names' patterns count too. */
export function formFieldReferences(binding: FormBinding): FormFieldReference[] {
  const { entity } = binding;
  const named = (path: string, pattern: string) =>
    [...pattern.matchAll(/\{([A-Za-z][A-Za-z0-9]*)\}/g)].map(([, field = '']) => ({ entity, field, path }));
  return [
    ...binding.fields.map(({ field }, i) => ({ entity, field, path: `fields.${i}` })),
    ...(binding.photo === undefined ? [] : [{ entity, field: binding.photo.field, path: 'photo' }]),
    ...binding.sections.flatMap((section, i) => sectionReferences(section, `sections.${i}`)),
    ...named('sheetName', binding.sheetName),
    ...named('fileName', binding.fileName),
  ];
}

function sectionReferences(section: FormSection, path: string): FormFieldReference[] {
  const { entity, yearBy } = section;
  const fields: (readonly [field: string, place: string])[] = [
    [yearBy, 'yearBy'],
    ...Object.keys(section.where).map((key) => [key, 'where'] as const),
  ];
  if (section.kind === 'quarterLines' || section.kind === 'quarterCells') fields.push(['quarter', 'quarter']);
  if (section.kind === 'lines' || section.kind === 'quarterLines')
    fields.push(...section.columns.map(({ field }, c) => [field, `columns.${c}`] as const));
  else fields.push([section.field, 'field']);
  return fields.map(([field, place]) => ({ entity, field, path: `${path}.${place}` }));
}
