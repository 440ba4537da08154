import {
  ICommandService,
  IResourceLoaderService,
  type IWorkbookData,
  LifecycleService,
  LifecycleStages,
} from '@univerjs/core';
import { DeviceInputEventType } from '@univerjs/engine-render';
import { SheetsSelectionsService } from '@univerjs/sheets';
import { IEditorBridgeService, SetCellEditVisibleOperation } from '@univerjs/sheets-ui';
import { ILayoutService } from '@univerjs/ui';
import { z } from 'zod';
import { columnLetters } from '../../plugin/binding/columns.ts';
import { selectFirstCells } from '../../plugin/commands/first-cells.ts';
import {
  AfterDrawing,
  BindingService,
  countExtras,
  type Extras,
  formOf,
  goToField,
  OpenRulesCommandId,
  OpenWizardCommandId,
  type OpenWorkbook,
  openWorkbook,
  PhotoService,
  SearchPersonCommandId,
  selectedPeople,
  TogglePanelCommandId,
  type WizardFile,
  WizardService,
  wholeBook,
} from '../../plugin/index.ts';
import type { Json, Patch } from '../../records/types.ts';
import { ownBook } from '../../xlsx/own-book/own-book.ts';
import type { Spliced } from '../../xlsx/splice/refusal.ts';
import type { Standing } from '../forms-export/choice.ts';
import type { Session } from '../session/session.ts';
import { goToPlace } from './go-to-place.ts';
import { LayoutKeeper } from './layout-keeper.ts';
import { type Place, PlaceKeeper } from './place-keeper.ts';
import type { PreparedSheet } from './prepare-sheet.ts';
import { TABS, TEMPLATE_ID } from './template-id.ts';

export { prepareSheet } from './prepare-sheet.ts';

const LAYOUT_KEY = 'workbook';
/** Where the wizards were stopped. */
const WIZARD_KEY = 'wizards';

/** What the frame around the sheet may ask of it. */
export interface SheetHandle {
  showProblems(): void;
  goTo(place: { entity: string; record: string; field: string }): void;
  setReadOnly(readOnly: boolean): void;
  /** Applies a patch to the records, as one undo step. */
  apply(patch: Patch): void;
  /** Opens a wizard of the pack beside the sheet, where it was stopped. */
  openWizard(wizard: string, title: string): void;
  /** Opens the rules of the project beside the sheet. */
  openRules(): void;
  /** The people, to go to one. */
  openPeople(): void;
  /** 另存工作簿: everything that the workbook holds, as .xlsx. */
  wholeBook(): Promise<Spliced<Uint8Array> | null>;
  /** Whose form is in front, and of which year; on a list, the people of the selected rows. */
  standing(): Standing;
  /** What an official export leaves out, counted now. */
  extras(): Extras;
  /** Hands over layout and place now, and takes the sheet down. */
  close(): void;
  /** Gives the keys to the sheet. */
  focus(): void;
  /** Takes what is being typed into a cell, as a click elsewhere would, and hands the layout over; for when the page goes away. */
  flush(): void;
}

/** The least that a stored layout must be to be shown; what it holds further is Univer's business. */
const layoutSchema = z.looseObject({
  sheets: z.record(z.string(), z.looseObject({})),
  sheetOrder: z.array(z.string()),
});

/** Shows a session's table in a Univer that stands on the page, with the layout and the place it was left in. */
export async function mountSheet(
  { univer, univerAPI, container }: PreparedSheet,
  session: Session,
  readOnly: boolean,
  saveWizardFile: (file: WizardFile) => void,
): Promise<SheetHandle> {
  const injector = univer.__getInjector();
  const { loaded, opened, store, saver } = session;
  const layout = readLayout(opened.loaded.layouts.get(LAYOUT_KEY));
  const unitId = `project-${opened.loaded.id}`;
  const open = await openWorkbook(injector, {
    loaded,
    templates: TABS,
    store,
    unitId,
    ...(layout ? { layout } : {}),
  });
  const later = new AfterDrawing(injector.get(BindingService), open.bench, open.late);
  const photos = injector.get(PhotoService);
  const endPhotos = photos.use(unitId, session.photos);
  const commands = injector.get(ICommandService);
  const layouts = new LayoutKeeper(injector, open, (made) => saver.layout(LAYOUT_KEY, made as unknown as Json));
  const places = new PlaceKeeper(
    injector,
    () => open.bench.activeSheetId(),
    (place) => saver.place(place),
  );
  injector.get(WizardService).attach({
    stopped: opened.loaded.layouts.get(WIZARD_KEY),
    keep: (states) => saver.layout(WIZARD_KEY, states),
    save: saveWizardFile,
  });
  const setReadOnly = (now: boolean): void => {
    univerAPI.getActiveWorkbook()?.setEditable(!now);
  };
  if (readOnly) setReadOnly(true);
  // Scrolling belongs to the drawing, which is there one stage later than the workbook.
  await injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  selectFirstCells(injector.get(SheetsSelectionsService), open.bench);
  await goToPlace(commands, open, opened.loaded.place ?? firstCell(open));
  requestAnimationFrame(() => later.begin());
  let closed = false;
  return {
    showProblems: () => void commands.executeCommand(TogglePanelCommandId),
    goTo: (place) => void goToField(commands, open.bench, place),
    setReadOnly,
    apply: (patch) => injector.get(BindingService).apply(unitId, patch),
    openWizard: (wizard, title) => void commands.executeCommand(OpenWizardCommandId, { wizard, title }),
    openPeople: () => void commands.executeCommand(SearchPersonCommandId),
    openRules: () => void commands.executeCommand(OpenRulesCommandId),
    standing() {
      const form = formOf(open.bench);
      const sheet = injector.get(BindingService).front();
      if (!form || !sheet) return { front: null, selected: [] };
      const { person, year } = form;
      if (sheet === form) return { front: person === null ? null : { person, year }, selected: [] };
      const ranges = (injector.get(SheetsSelectionsService).getCurrentSelections() ?? []).map(({ range }) => range);
      const rows = open.bench.workbook.getSheetBySheetId(sheet.subUnitId)?.getRowCount() ?? 0;
      return { front: null, selected: selectedPeople(sheet, form.model.people, ranges, rows) };
    },
    extras: () => countExtras(open.bench),
    wholeBook() {
      injector.get(BindingService).finish();
      const saved = injector.get(IResourceLoaderService).saveUnit<IWorkbookData>(unitId);
      return saved ? ownBook(wholeBook(saved, open.bench, TEMPLATE_ID)) : Promise.resolve(null);
    },
    focus() {
      if (!closed) injector.get(ILayoutService).focus();
    },
    flush() {
      if (injector.get(IEditorBridgeService).isVisible().visible) {
        const how = { visible: false, eventType: DeviceInputEventType.PointerDown, unitId };
        commands.syncExecuteCommand(SetCellEditVisibleOperation.id, how);
      }
      injector.get(BindingService).finish();
      layouts.flush();
      places.flush();
    },
    close() {
      closed = true;
      later.dispose();
      layouts.dispose();
      places.dispose();
      endPhotos();
      open.close();
      univer.dispose();
      container.remove();
    },
  };
}

/** Where one begins to type: the first cell of the first person. */
function firstCell(open: OpenWorkbook): Place {
  const [table] = open.bench.tables.values();
  const column = table?.sheet.columns[0]?.column ?? 0;
  return { sheet: table?.sheet.subUnitId ?? '', cell: `${columnLetters(column)}${(table?.sheet.firstRow ?? 0) + 1}` };
}

function readLayout(stored: Json | undefined): IWorkbookData | null {
  const parsed = layoutSchema.safeParse(stored);
  // Univer checks nothing on the way in; sheets and their order are what it cannot do without.
  return parsed.success ? (parsed.data as unknown as IWorkbookData) : null;
}
