import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { bookOf, dataOf, recordForm, testPerson } from '../../xlsx/form/testing/forms.node.ts';
import { makeForms } from './make-forms.ts';

const source = recordForm();
const people = ['张三', '李四'].map((name) => testPerson(name));
const forms = people.map((person) => dataOf(source.binding, person));

it('makes the file of which it answers the hash', async () => {
  const book = await makeForms(source, 'book', { forms });
  if (!book.ok) throw new Error(book.error.code);
  const bytes = new Uint8Array(await book.value.file.arrayBuffer());
  expect(Buffer.compare(bytes, await bookOf(people))).toBe(0);
  expect(book.value.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  const archive = await makeForms(source, 'archive', { forms });
  if (!archive.ok) throw new Error(archive.error.code);
  const files = unzipSync(new Uint8Array(await archive.value.file.arrayBuffer()));
  expect(Object.keys(files)).toEqual(forms.map(({ fileName }) => fileName));
});

it('says why there is none', async () => {
  expect(await makeForms(source, 'book', { forms: [] })).toEqual({ ok: false, error: { code: 'nobody' } });
});
