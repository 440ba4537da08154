import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { openZip } from '../zip/read-zip.ts';
import { forEachElement } from './elements.ts';
import { ReadFailure } from './types.ts';

function walk(xml: string): string[] | string {
  const opened = openZip(zipSync({ 'a.xml': strToU8(xml) }));
  const entry = opened.ok ? opened.zip.find('a.xml') : undefined;
  if (!opened.ok || entry === undefined) throw new Error('no part');
  const seen: string[] = [];
  try {
    forEachElement(opened.zip, entry, ({ name, attributes, path }) =>
      seen.push([...path, name].join('/') + (attributes.get('id') === undefined ? '' : `#${attributes.get('id')}`)),
    );
  } catch (error) {
    if (error instanceof ReadFailure) return error.error.code;
    throw error;
  }
  return seen;
}

it('elements come in order with their ancestors and attributes, whatever their prefix', () => {
  expect(
    walk(`\uFEFF<?xml version="1.0"?>
      <!-- <not id="1"/> --><x:a xmlns:x="u" xmlns:id="v"><x:b r:id = 'a&amp;>b'/>text<c\n id="2"><![CDATA[<d>]]></c ></x:a> `),
  ).toEqual(['a', 'a/b#a&>b', 'a/c#2']);
});

it.each([
  ['<a><b></a>'],
  ['<a>'],
  ['<a/><b/>'],
  ['<a id=1/>'],
  ['<a id="<"/>'],
  ['<a></a id="1">'],
  ['text<a/>'],
  ['<a/>text'],
  ['<a<b/>'],
  [''],
  ['< a/>'],
])('%s is not well-formed', (xml) => {
  expect(walk(xml)).toBe('bad-xml');
});

it('a document type is refused', () => {
  expect(walk('<!DOCTYPE a [<!ENTITY b "c">]><a/>')).toBe('dtd');
});
