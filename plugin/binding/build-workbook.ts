import { type IWorkbookData, LocaleType } from '@univerjs/core';
import type { RecordStore } from '../../records/store.contract.ts';
import type { LoadedPack } from '../../sheets-templates/schema.ts';

import { makeForm } from '../form/make-form.ts';
import { makeReview } from '../review/make-review.ts';
import { makeTable } from './open-table.ts';
import { type SheetPart, type SheetRequest, type StoredSheet, sheetOf } from './sheet-part.ts';
import { inUniverOrder } from './style-order.ts';
import { FIRST_ID, stylePrefix } from './template-snapshot.ts';

const VALIDATION_RESOURCE = 'SHEET_DATA_VALIDATION_PLUGIN';

/** A workbook to be opened, and its bound sheets in the order of their tabs. */
export interface BuiltWorkbook {
  readonly data: IWorkbookData;
  readonly parts: readonly SheetPart[];
}

/**
 * The workbook as Univer opens it: a sheet per template with the records' present values in it, in the layout stored
 * last time if there is one. Templates that the layout does not know yet get their tab behind the one before them.
 * @param layout What `layoutOf` made of the workbook when it was saved.
 * @throws Error when the pack has no template of an id, or its workbook cannot be read: its schema rules both out
 */
export async function buildWorkbook(
  loaded: LoadedPack,
  templates: readonly string[],
  store: RecordStore,
  unitId: string,
  layout?: IWorkbookData,
): Promise<BuiltWorkbook> {
  const parts: SheetPart[] = [];
  for (const [at, id] of templates.entries()) {
    const template = loaded.templates.get(id);
    if (!template) throw new Error(`no template ${id}`);
    const { binding, workbook } = template;
    const sheetId = at === 0 ? FIRST_ID : id;
    const stored = storedSheet(layout, sheetId, at === 0 ? binding.sheet : null);
    const common = {
      stylePrefix: stylePrefix(id, at),
      loaded,
      workbook,
      store,
      unitId,
      sheetId: stored?.id ?? sheetId,
      stored,
    };
    parts.push(await makeSheet({ ...common, binding }));
  }
  return { data: assemble(parts, unitId, layout), parts };
}

/** The one place that knows which kind of template makes which kind of sheet. */
function makeSheet(request: SheetRequest): Promise<SheetPart> {
  const { binding } = request;
  switch (binding.kind) {
    case 'table':
      return makeTable({ ...request, binding });
    case 'form':
      return makeForm({ ...request, binding });
    case 'matrix':
      return makeReview({ ...request, binding });
  }
}

function storedSheet(layout: IWorkbookData | undefined, id: string, name: string | null): StoredSheet | null {
  if (!layout) return null;
  if (name !== null) return sheetOf(layout, name);
  const found = layout.sheets[id];
  return found ? Object.assign(found, { id, name: found.name ?? id, cellData: found.cellData ?? {} }) : null;
}

function assemble(parts: readonly SheetPart[], unitId: string, layout: IWorkbookData | undefined): IWorkbookData {
  const [first] = parts;
  const base: IWorkbookData = layout ?? {
    id: unitId,
    name: first?.sheet.name ?? '',
    appVersion: '0.25.1',
    locale: LocaleType.ZH_CN,
    styles: {},
    sheetOrder: [],
    sheets: {},
    ...(first?.defaultStyle === undefined ? {} : { defaultStyle: first.defaultStyle }),
  };
  const sheets = { ...base.sheets };
  const order = [...base.sheetOrder];
  const styles: IWorkbookData['styles'] = {};
  const rules: Record<string, unknown> = readRules(base);
  let before = -1;
  for (const { sheet, styles: own, rules: lists } of parts) {
    Object.assign(styles, own);
    if (sheets[sheet.id] === undefined) sheet.name = freeName(sheet.name, Object.values(sheets));
    sheets[sheet.id] = sheet;
    if (!order.includes(sheet.id)) order.splice(before + 1, 0, sheet.id);
    before = order.indexOf(sheet.id);
    rules[sheet.id] = lists;
  }
  const others = (base.resources ?? []).filter((r) => r.name !== VALIDATION_RESOURCE);
  const resources = [...others, { name: VALIDATION_RESOURCE, data: JSON.stringify(rules) }];
  const ordered = inUniverOrder({ ...styles, ...base.styles });
  return { ...base, id: unitId, styles: ordered, sheets, sheetOrder: order, resources };
}

/** A clerk may have a sheet of that name already: two of one name cannot be told apart. */
function freeName(name: string, taken: readonly { readonly name?: string }[]): string {
  const names = new Set(taken.map((sheet) => sheet.name));
  let free = name;
  for (let n = 2; names.has(free); n++) free = `${name}(${n})`;
  return free;
}

function readRules(base: IWorkbookData): Record<string, unknown> {
  const data = base.resources?.find((r) => r.name === VALIDATION_RESOURCE)?.data;
  const parsed: unknown = data ? JSON.parse(data) : {};
  return parsed && typeof parsed === 'object' ? { ...parsed } : {};
}
