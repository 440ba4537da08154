import type { FormBinding } from '../../../sheets-templates/form-binding.ts';
import type { Pack } from '../../../sheets-templates/schema.ts';
import { readPictures } from '../../read/read-pictures.ts';
import type { Sheet, Workbook } from '../../read/types.ts';
import { type OwnedIdentity, readFormIdentity } from '../identity.ts';
import { formPhoto } from './form-photo.ts';
import type { ReadForm } from './read-form-types.ts';
import { formsOnSheet } from './read-forms.ts';

/** The filled forms of one sheet, all of one template. */
export interface SheetForms {
  readonly sheet: Sheet;
  readonly binding: FormBinding;
  readonly forms: readonly FilledForm[];
}

export interface FilledForm extends ReadForm {
  /** `data:image/jpeg;base64,…` */
  readonly photo?: string;
  readonly photoCell?: string;
}

/**
 * The filled forms on these sheets: of each sheet those of the template that explains most of it. Blank forms are
 * nobody's. `bytes`: the file, for the photos.
 */
export function packForms(
  bytes: Uint8Array,
  workbook: Workbook,
  pack: Pack,
  sheets: ReadonlySet<string>,
): readonly SheetForms[] {
  if (sheets.size === 0) return [];
  const identities = workbook.customXml.flatMap((xml) => readFormIdentity(xml) ?? []);
  const found = workbook.sheets.flatMap((sheet) => (sheets.has(sheet.name) ? best(sheet, identities, pack) : []));
  if (!found.some(({ binding }) => binding.photo !== undefined)) return found;
  const pictures = readPictures(bytes, new Set(found.map(({ sheet }) => sheet.name)));
  return found.map((one) => ({
    ...one,
    forms: one.forms.map((form) => {
      if (one.binding.photo === undefined) return form;
      const { url, cell, notes } = formPhoto(form, one.sheet, pictures);
      return {
        ...form,
        notes: [...form.notes, ...notes],
        ...(url === undefined ? {} : { photo: url }),
        ...(cell === undefined ? {} : { photoCell: cell }),
      };
    }),
  }));
}

function best(sheet: Sheet, identities: readonly OwnedIdentity[], pack: Pack): SheetForms[] {
  let most: SheetForms | undefined;
  for (const binding of pack.templates) {
    if (binding.kind !== 'form') continue;
    const owner = identities.find((i) => i.template === binding.id)?.owners.find((o) => o.sheet === sheet.name);
    const forms = formsOnSheet(binding, sheet, owner).filter(isFilled);
    if (forms.length > 0 && explained(forms) > explained(most?.forms ?? [])) most = { sheet, binding, forms };
  }
  return most === undefined ? [] : [most];
}

/** How many labels and lines were understood. */
function explained(forms: readonly ReadForm[]): number {
  return forms.reduce((sum, { cells, children }) => {
    const lines = Object.values(children).reduce((count, list) => count + list.length, 0);
    return sum + Object.keys(cells).length + lines;
  }, 0);
}

function isFilled({ person, children }: ReadForm): boolean {
  return Object.keys(person).length > 0 || Object.values(children).some((list) => list.length > 0);
}
