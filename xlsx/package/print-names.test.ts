import { expect, it } from 'vitest';
import { printNames } from './print-names.ts';

it('names what is printed by the number of the sheet, its name quoted; nothing when no sheet says anything', () => {
  const sheets = [{ name: '名册' }, { name: "a'b&c", area: 'A1:N23', titles: [3, 5] as const }];
  expect(printNames(sheets)).toBe(
    `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">'a''b&amp;c'!$A$1:$N$23</definedName>` +
      `<definedName name="_xlnm.Print_Titles" localSheetId="1">'a''b&amp;c'!$3:$5</definedName></definedNames>`,
  );
  expect(printNames([{ name: '名册' }])).toBe('');
});
