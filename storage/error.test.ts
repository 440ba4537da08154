import { describe, expect, it } from 'vitest';
import { ERROR_CODES, failure, isRetriable, Refusal, toStorageError } from './error.ts';
import { ERROR_TEXTS } from './locale/zh-CN.ts';

describe('toStorageError', () => {
  it.each([
    ['QuotaExceededError', 'quota-exceeded'],
    ['InvalidStateError', 'connection-closed'],
    ['VersionError', 'newer-version'],
    ['AbortError', 'aborted'],
    ['SecurityError', 'unavailable'],
  ])('names %s', (name, code) => {
    expect(toStorageError(new DOMException('words', name))).toEqual({ code, detail: 'words' });
  });

  it('tells a full disk by the word when the browser has no better name', () => {
    expect(toStorageError(new DOMException('Disk full.', 'UnknownError')).code).toBe('quota-exceeded');
    expect(toStorageError(new DOMException('Internal error.', 'UnknownError')).code).toBe('unknown');
  });

  it('keeps the code of a refusal, and what is no error at all', () => {
    expect(toStorageError(new Refusal('conflict'))).toEqual({ code: 'conflict' });
    expect(toStorageError(new Refusal('aborted', 'why'))).toEqual({ code: 'aborted', detail: 'why' });
    expect(failure('text')).toEqual({ ok: false, error: { code: 'unknown', detail: 'text' } });
  });
});

describe('error codes', () => {
  it('have a title and say what to do', () => {
    for (const code of ERROR_CODES) {
      expect(ERROR_TEXTS[code].title).toMatch(/\p{Script=Han}/u);
      expect(ERROR_TEXTS[code].remedy).toMatch(/\p{Script=Han}/u);
    }
    expect(new Set(ERROR_CODES.map((code) => ERROR_TEXTS[code].title)).size).toBe(ERROR_CODES.length);
  });

  it('are retried only where waiting may help', () => {
    expect(ERROR_CODES.filter(isRetriable)).toEqual([
      'unavailable',
      'quota-exceeded',
      'connection-closed',
      'aborted',
      'blocked',
      'unknown',
    ]);
  });
});
