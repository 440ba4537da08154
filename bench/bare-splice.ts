import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { writeFormBook } from '../xlsx/form/export-forms.ts';
import { formData } from '../xlsx/form/form-data.ts';
import { recordForm } from '../xlsx/form/testing/forms.node.ts';
import { type formFields, PHOTO } from './form-people.ts';

/** Pictures from a file of nothing else: to make them would cost as much as to pack them. */
export function openAlbum(file: string) {
  const album = openSync(file, 'r');
  return {
    pictureOf(at: number) {
      const bytes = new Uint8Array(PHOTO);
      readSync(album, bytes, 0, PHOTO, at * PHOTO);
      return { bytes, type: 'image/jpeg' as const };
    },
    close: () => closeSync(album),
  };
}

/** The forms' cells and pictures spliced and packed into a file, without a project and without judging it. */
export async function spliceBare(
  target: string,
  people: Iterable<ReturnType<typeof formFields>>,
  { pictureOf }: ReturnType<typeof openAlbum>,
): Promise<void> {
  const { binding, ...source } = recordForm();
  function* forms() {
    let at = 0;
    for (const { person, ...children } of people)
      yield formData(binding, { person, children, year: 2017, photo: pictureOf(at++) }).data;
  }
  const file = openSync(target, 'w');
  const made = await writeFormBook({ ...source, binding }, { forms: forms() }, (piece) => void writeSync(file, piece));
  closeSync(file);
  if (!made.ok) throw new Error(made.error.code);
}
