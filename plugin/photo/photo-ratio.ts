import type { LoadedPack } from '../../sheets-templates/schema.ts';

/** Where no template says otherwise, the ratio of the usual 35 × 45 mm photo. */
const RATIO = 35 / 45;

/** Width to height of a photo field, as the form says that shows it. */
export function photoRatio({ templates }: Pick<LoadedPack, 'templates'>, entity: string, field: string): number {
  for (const { binding } of templates.values()) {
    if (binding.kind !== 'form' || binding.entity !== entity || binding.photo?.field !== field) continue;
    const [width, height] = binding.photo.ratio;
    return width / height;
  }
  return RATIO;
}
