import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withFolder } from '../../xlsx/export/testing/foreign.node.ts';
import { formTarget } from './form-target.ts';

test('a folder, an archive or a workbook', async () => {
  await withFolder(async (folder) => {
    const kind = (name: string) => formTarget(join(folder, name));
    mkdirSync(join(folder, 'v1.0'));
    writeFileSync(join(folder, 'plain'), '');
    expect(await kind('v1.0')).toBe('folder');
    expect(await kind('forms.xlsx')).toBe('book');
    expect(await kind('forms.ZIP')).toBe('archive');
    expect(await kind('plain')).toBe('book');
    expect(await formTarget(`${join(folder, 'a', 'b.c')}/`)).toBe('folder');
    expect(await kind('南城镇')).toBe('folder');
    expect([existsSync(join(folder, 'a', 'b.c')), existsSync(join(folder, '南城镇'))]).toEqual([true, true]);
    expect(existsSync(join(folder, 'forms.xlsx'))).toBe(false);
  });
});
