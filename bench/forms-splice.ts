import { closeSync, openSync, writeSync } from 'node:fs';
import { writeFormBook } from '../xlsx/form/export-forms.ts';
import { formData } from '../xlsx/form/form-data.ts';
import { recordForm } from '../xlsx/form/testing/forms.node.ts';
import { zipNatively } from '../xlsx/zip/native.node.ts';
import { formFields, noise } from './form-people.ts';

/** The floor of `forms-export.bench.ts`: the same cells and pictures spliced, from memory, without reading or judging. */
const [count = '300', target = ''] = process.argv.slice(2);
zipNatively();
const { binding, ...source } = recordForm();

function* forms() {
  for (let at = 0; at < Number(count); at++) {
    const { person, ...children } = formFields(at);
    const photo = { bytes: noise(at), type: 'image/jpeg' as const };
    yield formData(binding, { person, children, year: 2017, photo }).data;
  }
}

const file = openSync(target, 'w');
const made = await writeFormBook({ ...source, binding }, { forms: forms() }, (piece) => void writeSync(file, piece));
closeSync(file);
if (!made.ok) throw new Error(made.error.code);
