import type { FormBinding } from '../../../sheets-templates/form-binding.ts';
import { ATTACHMENT, LABEL_NOTE } from '../locale/zh-CN.ts';
import type { FormNote } from '../notes.ts';
import { type Block, blockCell } from './form-grid.ts';
import { LabelWords, labelKey } from './labels.ts';

/** What belongs to no label, to be told of. */
export function unreadTexts(
  binding: FormBinding,
  blocks: readonly Block[],
  sheet: string,
  used: ReadonlySet<string>,
): FormNote[] {
  return blocks.flatMap((block): FormNote[] => {
    const cell = blockCell(block);
    if (used.has(cell) || isPrinted(binding, block.text)) return [];
    return [{ code: 'section.unread', sheet, cell, value: block.text }];
  });
}

/** What the form itself prints, a second time on a second page, or above the next form of the sheet. */
function isPrinted(binding: FormBinding, text: string): boolean {
  if (text.length > 60) return false;
  const key = labelKey(text.replace(LABEL_NOTE, ''));
  if (key.endsWith(labelKey(binding.label)) || ATTACHMENT.test(key)) return true;
  return binding.sections.some(
    (section) =>
      new LabelWords(section.label).matches(text) ||
      ('columns' in section && section.columns.some((column) => new LabelWords(column).matches(text))),
  );
}
