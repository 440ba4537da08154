import { expect, it } from 'vitest';
import { dataOf, recordForm, testPerson } from '../../xlsx/form/testing/forms.node.ts';
import { writeForms } from './write-forms.ts';

const source = recordForm();
const data = dataOf(source.binding, testPerson('张三'));

/** Node has no `Worker` of the page's kind: this is the way of browsers without module workers. */
it('writes without a worker, and says nothing more once it was cancelled', async () => {
  const told: string[] = [];
  const onProgress = (done: number, name: string): void => void told.push(`${done} ${name}`);
  const forms = async function* () {
    yield data;
  };
  const made = await writeForms(source, 'book', { forms: forms(), signal: new AbortController().signal, onProgress });
  expect(made.ok).toBe(true);
  expect(told).toEqual(['0 张三']);
  const stop = new AbortController();
  const stopping = async function* () {
    yield data;
    stop.abort();
    yield data;
  };
  expect(await writeForms(source, 'book', { forms: stopping(), signal: stop.signal, onProgress })).toEqual({
    ok: false,
    error: { code: 'cancelled' },
  });
  expect(told).toEqual(['0 张三', '0 张三']);
});
