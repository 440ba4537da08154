import { columnName } from '../read/reference.ts';
import { textElement } from '../xml/escape.ts';
import { MAIN, type Relation, XML } from './parts.ts';

/** A note (批注) on a cell; row and column from 0. */
export interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What the notes of sheet `number` add to a package. */
export interface NotesFiles {
  readonly files: readonly (readonly [name: string, text: string])[];
  readonly types: readonly (readonly [name: string, kind: string])[];
  /** Of the sheet, which refers to `rIdNotes` in its `legacyDrawing`. */
  readonly relations: readonly Relation[];
}

/** The parts that carry a sheet's notes; nothing where there are none. */
export function notesFiles(number: number, notes: readonly Note[]): NotesFiles {
  if (notes.length === 0) return { files: [], types: [], relations: [] };
  return {
    files: [
      [`xl/comments${number}.xml`, notesPart(notes)],
      [`xl/drawings/vmlDrawing${number}.vml`, noteBoxes(notes)],
    ],
    types: [[`xl/comments${number}.xml`, 'spreadsheetml.comments']],
    relations: [
      { id: 'rIdNotes', kind: 'vmlDrawing', target: `../drawings/vmlDrawing${number}.vml` },
      { id: 'rIdTexts', kind: 'comments', target: `../comments${number}.xml` },
    ],
  };
}

/** The texts of a sheet's notes (ECMA-376, 18.7). */
function notesPart(notes: readonly Note[]): string {
  const items = notes.map(
    ({ row, column, text }) =>
      `<comment ref="${columnName(column)}${row + 1}" authorId="0"><text><r><rPr><sz val="10"/></rPr>${textElement(text)}</r></text></comment>`,
  );
  return `${XML}<comments xmlns="${MAIN}"><authors><author/></authors><commentList>${items.join('')}</commentList></comments>`;
}

/** The boxes of the notes: without this old drawing part, Excel and WPS call the file damaged. */
function noteBoxes(notes: readonly Note[]): string {
  const shapes = notes.map(({ row, column, text }, n) => {
    const lines = Math.min(12, 2 + Math.ceil(text.length / 14));
    const anchor = `${column + 1}, 12, ${row}, 4, ${column + 4}, 12, ${row + lines}, 4`;
    return `<v:shape id="_x0000_s${1025 + n}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  });
  return `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes.join('')}</xml>`;
}
