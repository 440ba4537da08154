import type { IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import { WorkbookPackage } from '../splice/package.ts';
import { orRefusal, refuse, type Spliced } from '../splice/refusal.ts';
import { sheetLayout } from '../splice/sheet-layout.ts';
import { workbookOf } from '../splice/workbook-parts.ts';
import type { XmlElement } from '../xml/tree.ts';
import { sharedStrings } from './shared-strings.ts';
import { sheetData } from './sheet-data.ts';
import { cellStyles } from './styles.ts';

/** What `createWorkbook` takes; the locale is the page's business. */
export type Snapshot = Omit<IWorkbookData, 'locale'>;

export interface SnapshotOptions {
  readonly workbookId?: string;
  /** The id of the sheet `sheet`; the others get it with a number behind. */
  readonly sheetId?: string;
  /** Begins the ids of styles, `s` without it: the styles of several workbooks put into one must not meet. */
  readonly stylePrefix?: string;
  /** The sheet that is worked on; the first one without it. */
  readonly sheet?: string;
  /** Rows below the last one of that sheet, with the styles and the height of `likeRow` (1-based). */
  readonly extraRows?: number;
  readonly likeRow?: number;
  /** Frozen down to this row (1-based) when the workbook freezes nothing. */
  readonly headerRow?: number;
  /** Free columns at the right, for notes. */
  readonly extraColumns?: number;
}

/**
 * A workbook as Univer shows it: values, styles, merges, sizes, freeze. Text formats (`@`) come along on cells and whole
 * columns, so that what is typed keeps its digits. Errors: 'unreadable', 'no-such-sheet', 'unknown-content'.
 */
export function toSnapshot(bytes: Uint8Array, options: SnapshotOptions = {}): Promise<Spliced<Snapshot>> {
  return orRefusal(async () => {
    const pack = new WorkbookPackage(bytes);
    const book = workbookOf(pack);
    const main = options.sheet ?? book.sheets[0]?.name;
    if (!book.sheets.some((sheet) => sheet.name === main)) throw refuse('no-such-sheet', { place: main ?? '' });
    const root = (kind: string): XmlElement | undefined => {
      const relation = pack.relations(book.part).find((item) => item.kind === kind && pack.has(item.target));
      return relation === undefined ? undefined : pack.parse(relation.target).root;
    };
    const strings = sharedStrings(root('sharedStrings'));
    const used = new UsedStyles(cellStyles(root('styles'), root('theme')), options.stylePrefix ?? 's');
    const sheetId = options.sheetId ?? 'sheet';
    const sheets: Record<string, Partial<IWorksheetData>> = {};
    for (const [index, { name, part, hidden }] of book.sheets.entries()) {
      const own = name === main;
      const { text, root: sheetRoot } = pack.parse(part);
      const id = own ? sheetId : `${sheetId}-${index + 1}`;
      const rows = own ? { likeRow: options.likeRow, headerRow: options.headerRow } : {};
      const extra = { extraRows: own ? (options.extraRows ?? 0) : 0, extraColumns: options.extraColumns ?? 6 };
      sheets[id] = sheetData(
        sheetLayout(part, text, sheetRoot),
        { id, name, hidden, strings, ...rows, ...extra },
        (s) => used.id(s),
      );
    }
    const defaults = used.all[0];
    return {
      id: options.workbookId ?? 'workbook',
      name: main ?? '',
      appVersion: '0.25.1',
      styles: used.styles,
      sheetOrder: Object.keys(sheets),
      sheets,
      ...(defaults === undefined ? {} : { defaultStyle: defaults }),
    };
  });
}

/** Hands out ids for the styles that cells really use. */
class UsedStyles {
  readonly styles: Record<string, IStyleData> = {};

  constructor(
    readonly all: readonly IStyleData[],
    readonly prefix: string,
  ) {}

  id(index: string): string {
    const id = `${this.prefix}${index}`;
    this.styles[id] ??= this.all[Number(index)] ?? {};
    return id;
  }
}
