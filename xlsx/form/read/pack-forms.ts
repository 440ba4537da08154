import type { FormBinding } from '../../../sheets-templates/form-binding.ts';
import type { Pack } from '../../../sheets-templates/schema.ts';
import { readPictures } from '../../read/read-pictures.ts';
import type { Sheet, Workbook } from '../../read/types.ts';
import { type OwnedIdentity, readFormIdentity } from '../identity.ts';
import type { FormNote } from '../notes.ts';
import { formPhoto } from './form-photo.ts';
import { ownerOf, pageOnSheet, withPage } from './pages.ts';
import type { LabelsOf, ReadForm } from './read-form-types.ts';
import { formsOnSheet } from './read-forms.ts';

/** The filled forms of one sheet, all of one template. */
export interface SheetForms {
  readonly sheet: Sheet;
  readonly binding: FormBinding;
  readonly forms: readonly FilledForm[];
  /** What is told of the sheet itself: a page whose owner is unknown. */
  readonly notes?: readonly FormNote[];
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
  const asked = workbook.sheets.filter(({ name }) => sheets.has(name));
  const found = withPages(asked, (sheet, headOnly) => best(sheet, identities, pack, headOnly), pack);
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

/** The forms of these sheets, each with its pages that stand on sheets of their own; those follow, without forms. */
function withPages(
  sheets: readonly Sheet[],
  formsOf: (sheet: Sheet, headOnly: boolean) => readonly SheetForms[],
  pack: Pack,
): readonly SheetForms[] {
  const whole = new Map(sheets.map((sheet) => [sheet, formsOf(sheet, false)]));
  const left = sheets.filter((sheet) => whole.get(sheet)?.length === 0);
  const bindings = pack.templates.filter((binding) => binding.kind === 'form');
  const pages = left.flatMap((sheet) => {
    const found = bindings.flatMap((binding) => {
      const page = pageOnSheet(binding, sheet, packLabels(pack));
      return page === undefined ? [] : [{ sheet, binding, page }];
    });
    return found.slice(0, 1);
  });
  if (pages.length === 0) return sheets.flatMap((sheet) => whole.get(sheet) ?? []);
  const paged = new Set(pages.map(({ sheet }) => sheet));
  const found = sheets.flatMap((sheet) => {
    const forms = whole.get(sheet) ?? [];
    return forms.length > 0 || paged.has(sheet) ? forms : formsOf(sheet, true);
  });
  if (found.length === 0) return [];
  const people = found.flatMap(({ binding, forms }) => forms.map((form) => ({ binding, form })));
  const given = new Map<FilledForm, FilledForm>();
  const rest = pages.map(({ sheet, binding, page }): SheetForms => {
    const forms = people.filter((one) => one.binding === binding).map(({ form }) => form);
    const owner = ownerOf(binding, page, forms, given);
    if (owner !== undefined) given.set(owner, withPage(given.get(owner) ?? owner, page));
    const lost: FormNote = { code: 'page.owner', sheet: sheet.name, cell: page.cell };
    return { sheet, binding, forms: [], notes: owner === undefined ? [lost] : [] };
  });
  const complete = found.map((one) => ({ ...one, forms: one.forms.map((form) => given.get(form) ?? form) }));
  return [...complete, ...rest];
}

/** Whether a sheet holds a form that nobody filled in. */
export function holdsBlankForm({ sheets }: Workbook, pack: Pack): boolean {
  return pack.templates.some(
    (binding) =>
      binding.kind === 'form' &&
      sheets.some((sheet) => formsOnSheet(binding, sheet, undefined, packLabels(pack)).some((form) => !isFilled(form))),
  );
}

function best(sheet: Sheet, identities: readonly OwnedIdentity[], pack: Pack, headOnly: boolean): SheetForms[] {
  let most: SheetForms | undefined;
  for (const binding of pack.templates) {
    if (binding.kind !== 'form') continue;
    const owner = identities.find((i) => i.template === binding.id)?.owners.find((o) => o.sheet === sheet.name);
    const forms = formsOnSheet(binding, sheet, owner, packLabels(pack), headOnly).filter(isFilled);
    if (forms.length > 0 && explained(forms) > explained(most?.forms ?? [])) most = { sheet, binding, forms };
  }
  return most === undefined ? [] : [most];
}

/** What the fields of the pack's entities are called: a form typed anew may say 政治面貌 though the template does not. */
function packLabels(pack: Pack): LabelsOf {
  return (entity) => {
    const fields = pack.entities.find(({ key }) => key === entity)?.fields ?? [];
    return fields.flatMap(({ key, label, type, aliases }) =>
      type === 'sequence' || type === 'image' ? [] : [{ field: key, label: { text: label, aliases } }],
    );
  };
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
