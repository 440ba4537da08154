import { unescapeText } from '../xml/escape.ts';
import { child, childrenOf, type XmlElement } from '../xml/tree.ts';

/** The shared strings of a workbook, by index; runs of rich text joined, phonetic guides left out. */
export function sharedStrings(root: XmlElement | undefined): string[] {
  return childrenOf(root, 'si').map(stringOf);
}

/** The text of `<si>` or `<is>`. */
export function stringOf(item: XmlElement): string {
  const runs = childrenOf(item, 'r').map((run) => child(run, 't')?.text ?? '');
  return unescapeText((child(item, 't')?.text ?? '') + runs.join(''));
}
