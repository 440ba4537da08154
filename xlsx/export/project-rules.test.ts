import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { exportTable } from './export-table.ts';
import { housePack, people, projectOf, SETTINGS } from './testing/project.node.ts';

const pack = await housePack();

async function sheet(rules: object): Promise<string> {
  const result = await exportTable(pack, 'roster', projectOf(pack, people(3), { ...SETTINGS, rules }));
  if (!result.ok) throw new Error(result.error.code);
  const text = new TextDecoder().decode(unzipSync(result.value.bytes)['xl/worksheets/sheet1.xml']);
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

test('the exported workbook checks what the project checks: changed, off, and its own rules', async () => {
  const official = await sheet({});
  expect(official).toContain('不是手机号或带区号的座机');
  const changed = await sheet({
    changed: {
      'person.phone.format@phone': { check: '=LEN([联系电话]) = 8', message: '请填 8 位短号。', severity: 'info' },
      'person.idNumber.length@idNumber': { off: true },
    },
    own: [
      {
        id: 'own.1',
        entity: 'person',
        label: '备注太长',
        field: 'remark',
        severity: 'error',
        message: '备注太长。',
        check: '=LEN([备注]) <= 50',
      },
    ],
  });
  expect(changed).toContain('LEN(L4)=8');
  expect(changed).toContain('请填 8 位短号');
  expect(changed).not.toContain('不是手机号或带区号的座机');
  expect([official, changed].map((text) => text.includes('不是 18 位'))).toEqual([true, false]);
  expect(changed).toContain('LEN(N4)<=50');
  expect(changed).toContain('备注太长');
  expect(await sheet({ own: [] })).toBe(official);
});
