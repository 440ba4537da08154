import { photoDataUrl } from '../../../records/photo/photo-text.ts';
import { photoType } from '../../../records/photo/picture-type.ts';
import type { Pictures } from '../../read/picture-types.ts';
import type { Sheet } from '../../read/types.ts';
import { columnName } from '../../splice/a1.ts';
import type { FormNote } from '../notes.ts';
import { pictureIn } from './form-grid.ts';
import type { ReadForm } from './read-form-types.ts';

export interface FormPhoto {
  /** `data:image/jpeg;base64,…` */
  readonly url?: string;
  /** Where it stands: `N3`. */
  readonly cell?: string;
  readonly notes: readonly FormNote[];
}

/** Rows above the first label that a picture may begin in. */
const ABOVE = 2;

/** The photo of a form: the largest picture over its cells or in one of them. The frame of a blank form is none. */
export function formPhoto(form: ReadForm, sheet: Sheet, pictures: Pictures): FormPhoto {
  const { row: top, lastRow } = form;
  const over = (pictures.bySheet.get(form.sheet) ?? []).filter(({ row }) => row >= top - ABOVE && row <= lastRow);
  const inside = sheet.rows
    .filter(({ row }) => row >= top && row <= lastRow)
    .flatMap(({ row, cells }) =>
      cells.flatMap(({ column, text }) => {
        const id = pictureIn(text);
        const bytes = id === undefined ? undefined : pictures.byId.get(id);
        return bytes === undefined ? [] : [{ row, column: column + 1, bytes }];
      }),
    );
  const notes: FormNote[] = [];
  const usable = [...over, ...inside].filter(({ row, column, bytes }) => {
    const cell = columnName(column) + row;
    if (bytes.length === 0) notes.push({ code: 'photo.tooLarge', sheet: form.sheet, cell });
    else if (photoType(bytes) === undefined) notes.push({ code: 'photo.notPicture', sheet: form.sheet, cell });
    return photoType(bytes) !== undefined && !isFrame(bytes);
  });
  const [best] = usable.sort((a, b) => b.bytes.length - a.bytes.length);
  const type = best === undefined ? undefined : photoType(best.bytes);
  if (best === undefined || type === undefined) return { notes };
  return { url: photoDataUrl({ bytes: best.bytes, type }), cell: columnName(best.column) + best.row, notes };
}

/** The placeholder of our templates: a small PNG of grey and opacity (colour type 4), as no camera makes. */
function isFrame(bytes: Uint8Array): boolean {
  return bytes.length < 2_000 && bytes[0] === 0x89 && bytes[25] === 4;
}
