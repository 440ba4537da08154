import { expect, test } from 'vitest';
import { contentTypes, relationships, workbookPart } from './parts.ts';

test('relations are numbered unless they have an id; what stands outside says so', () => {
  expect(
    relationships([
      { kind: 'worksheet', target: 'worksheets/sheet1.xml' },
      { id: 'rIdFile', kind: 'hyperlink', target: 'a&b.xlsx', external: true },
    ]),
  ).toMatch(
    /Id="rId1" [^>]*\/worksheet" Target="worksheets\/sheet1\.xml"\/>.*Id="rIdFile" [^>]*Target="a&amp;b\.xlsx" TargetMode="External"\/>/,
  );
});

test('types by ending, then by part', () => {
  const xml = contentTypes([['xl/styles.xml', 'spreadsheetml.styles']], ['png']);
  expect(xml.match(/(?<=Extension=")\w+/g)).toEqual(['rels', 'xml', 'png']);
  expect(xml).toContain(
    '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>',
  );
});

test('the workbook lists its sheets, hidden ones too', () => {
  expect(workbookPart([{ name: '名<册' }, { name: '旁', hidden: true }])).toContain(
    '<sheets><sheet name="名&lt;册" sheetId="1" r:id="rId1"/><sheet name="旁" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>',
  );
});
