import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeAttribute, escapeText, textElement, unescapeText } from './escape.ts';
import { parseXml } from './tree.ts';

test('markup, control characters, look-alikes and rare characters', () => {
  expect(escapeText('a<b & "c">')).toBe('a&lt;b &amp; &quot;c&quot;&gt;');
  expect(escapeText('一\r\n二')).toBe('一_x000D_\n二');
  expect(escapeText('_x000D_')).toBe('_x005F_x000D_');
  expect(escapeText('㛃䶮𬭎')).toBe('㛃䶮𬭎');
  expect(escapeText('\ud83d!')).toBe('_xD83D_!');
  expect(escapeAttribute('一\n二')).toBe('一&#10;二');
});

test('spaces are protected where a reader might strip them', () => {
  expect(textElement('张三')).toBe('<t>张三</t>');
  expect(textElement(' 张三')).toBe('<t xml:space="preserve"> 张三</t>');
  expect(textElement('一\n二', 'x:')).toBe('<x:t xml:space="preserve">一\n二</x:t>');
});

test('every text survives writing and reading', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)) }), (text) => {
      const parsed = parseXml(`<a b="${escapeAttribute(text)}">${textElement(text)}</a>`);
      if (!parsed.ok) throw new Error(parsed.error.code);
      expect(unescapeText(parsed.root.children[0]?.text ?? '')).toBe(text);
      expect(unescapeText(parsed.root.attributes.get('b') ?? '')).toBe(text);
    }),
  );
});
