import { expect, test } from 'vitest';
import { applyEdits, attributeEdit, contentEdit, withAttribute } from './edit.ts';
import { parseXml, walk, type XmlElement } from './tree.ts';

function parse(source: string): XmlElement {
  const parsed = parseXml(source);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.root;
}

test('offsets cut every element out of the source', () => {
  const source = `\ufeff<?xml version="1.0"?>\r\n<!-- <b> --><a x='1' >\r\n<b y="&gt;𬭎>"/><c><![CDATA[<d>]]>&amp;</c >text</a>`;
  const cut = [...walk(parse(source))].map((e) => source.slice(e.start, e.end));
  expect(cut[0]?.startsWith("<a x='1' >")).toBe(true);
  expect(cut.slice(1)).toEqual(['<b y="&gt;𬭎>"/>', '<c><![CDATA[<d>]]>&amp;</c >']);
  const [, b, c] = [...walk(parse(source))];
  expect(b?.attributes.get('y')).toBe('>𬭎>');
  expect(c?.text).toBe('<d>&');
  expect(source.slice(c?.openEnd, c?.closeStart)).toBe('<![CDATA[<d>]]>&amp;');
});

test('a document type and broken markup are refused', () => {
  expect(parseXml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toEqual({ ok: false, error: { code: 'xml-doctype' } });
  expect(parseXml('<a><b></a>')).toEqual({ ok: false, error: { code: 'xml-malformed' } });
  expect(parseXml('<a>'.repeat(5000) + '</a>'.repeat(5000))).toEqual({ ok: false, error: { code: 'xml-too-deep' } });
  expect(parseXml('')).toEqual({ ok: false, error: { code: 'xml-malformed' } });
});

test('attributes are changed, added and taken away, the rest of the tag stays', () => {
  expect(withAttribute(`<row  r='4' spans="1:4">`, 'r', '9')).toBe('<row  r="9" spans="1:4">');
  expect(withAttribute('<c/>', 's', '1')).toBe('<c s="1"/>');
  expect(withAttribute('<c ar="1" r="A1">', 'r', undefined)).toBe('<c ar="1">');
});

test('edits change their stretch and nothing else', () => {
  const source = '<a><b n="1"/><c>old</c></a>';
  const root = parse(source);
  const [b, c] = root.children;
  if (b === undefined || c === undefined) throw new Error('two children');
  const edits = [contentEdit(source, c, 'new'), attributeEdit(source, b, { n: '2', m: undefined })];
  expect(applyEdits(source, edits)).toBe('<a><b n="2"/><c>new</c></a>');
  expect(applyEdits(source, [contentEdit(source, b, '<d/>')])).toBe('<a><b n="1"><d/></b><c>old</c></a>');
  expect(() =>
    applyEdits(
      source,
      [edits[0], edits[0]].flatMap((e) => (e ? [e] : [])),
    ),
  ).toThrow('overlap');
});
