import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { writeFormBook } from '../xlsx/form/export-forms.ts';
import { formData } from '../xlsx/form/form-data.ts';
import { recordForm } from '../xlsx/form/testing/forms.node.ts';
import { zipNatively } from '../xlsx/zip/native.node.ts';
import { formFields, PHOTO } from './form-people.ts';

/**
 * The floor of `forms-export.bench.ts`: the same cells and pictures spliced and packed alike, without reading a project or
 * judging it. Cells come from memory, pictures from a file of nothing else: to make them here would cost as much.
 */
const [count = '300', target = '', pictures = ''] = process.argv.slice(2);
zipNatively();
const { binding, ...source } = recordForm();

const album = openSync(pictures, 'r');

function* forms() {
  for (let at = 0; at < Number(count); at++) {
    const { person, ...children } = formFields(at);
    const bytes = new Uint8Array(PHOTO);
    readSync(album, bytes, 0, PHOTO, at * PHOTO);
    const photo = { bytes, type: 'image/jpeg' as const };
    yield formData(binding, { person, children, year: 2017, photo }).data;
  }
}

const file = openSync(target, 'w');
const made = await writeFormBook({ ...source, binding }, { forms: forms() }, (piece) => void writeSync(file, piece));
closeSync(file);
closeSync(album);
if (!made.ok) throw new Error(made.error.code);
