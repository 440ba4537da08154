import {
  CommandType,
  CustomCommandExecutionError,
  Direction,
  Disposable,
  FOCUSING_SHEET,
  FOCUSING_UNIVER_EDITOR,
  type ICommandService,
  type IContextService,
} from '@univerjs/core';
import type { SheetsSelectionsService } from '@univerjs/sheets';
import { whenSheetEditorFocused } from '@univerjs/sheets-ui';
import {
  BuiltInUIPart,
  ContextMenuGroup,
  ContextMenuPosition,
  type IMenuManagerService,
  type IShortcutService,
  type IUIPartsService,
  KeyCode,
  MenuItemType,
  MetaKeys,
} from '@univerjs/ui';
import type { BindingService, Replayed } from '../binding/binding.service.ts';
import { primaryCell } from '../binding/primary-cell.ts';
import { goToCell } from '../commands/go-to-field.ts';
import type { Locale } from '../locale/locale.ts';
import { FormBar } from './FormBar.tsx';
import { FormCommands, formOf } from './form-commands.ts';
import { NextPersonCommandId, OpenFormCommandId, PreviousPersonCommandId, ToggleFormCommandId } from './form-ids.ts';
import { FormSheet } from './form-sheet.ts';
import { replayedPlace } from './replayed-place.ts';

const PAGE_UP = 33;
const PAGE_DOWN = 34;
const TAB_OR_ENTER = 'sheet.command.move-selection-enter-tab';

/** Univer's services that the form's commands, keys and bar are registered with. */
export interface FormServices {
  readonly commands: ICommandService;
  readonly binding: BindingService;
  readonly selections: SheetsSelectionsService;
  readonly shortcuts: IShortcutService;
  readonly menus: IMenuManagerService;
  readonly parts: IUIPartsService;
  /** Takes what is being typed into a cell. */
  readonly endTyping: () => void;
  /** Tells the clerk something in passing. */
  readonly tell: (sentence: string) => void;
  readonly locale: Locale;
}

/** A cell has the keys, typed into or not. */
const inSheet = (context: IContextService): boolean =>
  context.getContextValue(FOCUSING_SHEET) && context.getContextValue(FOCUSING_UNIVER_EDITOR);

/** The record form on the page: its bar, its keys, its order of cells, and where undo goes. */
export class FormController extends Disposable {
  private readonly form: FormCommands;

  constructor(private readonly services: FormServices) {
    super();
    const { commands, binding, selections, parts, locale, menus } = services;
    this.form = new FormCommands(commands, binding, selections);
    this.addKey(ToggleFormCommandId, KeyCode.F9, () => this.form.toggle() || this.say(locale.form.nobodyHere));
    this.addStep(NextPersonCommandId, MetaKeys.ALT | PAGE_DOWN, 1, locale.form.last);
    this.addStep(PreviousPersonCommandId, MetaKeys.ALT | PAGE_UP, -1, locale.form.first);
    this.disposeWithMe(
      commands.registerCommand({
        id: OpenFormCommandId,
        type: CommandType.OPERATION,
        handler: (_accessor, params?: { readonly person?: string; readonly year?: number }) =>
          params?.person === undefined ? this.form.toggle() : this.form.openFor(params.person, params.year),
      }),
    );
    menus.mergeMenu({
      [ContextMenuPosition.MAIN_AREA]: {
        [ContextMenuGroup.OTHERS]: {
          [ToggleFormCommandId]: {
            order: 0,
            menuItemFactory: () => ({ id: ToggleFormCommandId, type: MenuItemType.BUTTON, title: locale.form.toggle }),
          },
        },
      },
    });
    this.disposeWithMe(parts.registerComponent(BuiltInUIPart.HEADER, () => FormBar));
    this.disposeWithMe(
      commands.beforeCommandExecuted((info) => {
        if (info.id === TAB_OR_ENTER) this.moveAsOneReads(info.params);
      }),
    );
    this.disposeWithMe(binding.replayed$.subscribe((items) => this.goToReplayed(items)));
  }

  private addKey(id: string, key: number, handler: () => boolean, preconditions = whenSheetEditorFocused): void {
    const { commands, shortcuts } = this.services;
    this.disposeWithMe(commands.registerCommand({ id, type: CommandType.OPERATION, handler }));
    this.disposeWithMe(shortcuts.registerShortcut({ id, binding: key, preconditions }));
  }

  /** To the person before or after, also while a cell is being typed, which is taken first: it is the one's who is shown. */
  private addStep(id: string, key: number, by: 1 | -1, atTheEnd: string): void {
    const step = (): boolean => {
      this.services.endTyping();
      return this.form.step(by) || this.say(atTheEnd);
    };
    this.addKey(id, key, step, inSheet);
  }

  private say(sentence: string): false {
    this.services.tell(sentence);
    return false;
  }

  /** Tab and Enter go to the next cell to fill, across labels and merged cells, from the last one to the first. */
  private moveAsOneReads(params: object | undefined): void {
    const { binding, selections, commands } = this.services;
    const form = binding.front();
    const cell = selections.getCurrentLastSelection()?.primary;
    if (!(form instanceof FormSheet) || !cell) return;
    const direction = params && 'direction' in params ? params.direction : null;
    const by = direction === Direction.LEFT || direction === Direction.UP ? -1 : 1;
    const from = primaryCell(cell);
    const next = form.nextCell(from, by);
    const bench = binding.bench(form.unitId);
    if (next && bench) goToCell(commands, bench, form, next);
    throw new CustomCommandExecutionError('moved as one reads');
  }

  /** Undo acts on the person it happened to, whoever is shown: goes to the form of that person. */
  private goToReplayed(items: readonly Replayed[]): void {
    const { binding, commands } = this.services;
    const last = items.at(-1);
    const bench = last && binding.bench(last.unitId);
    const form = formOf(bench);
    if (!bench || !form) return;
    const made = items.some(({ at }) => at?.subUnitId === form.subUnitId);
    if (!made && binding.front() !== form) return;
    const place = replayedPlace(form.model, items);
    if (place === null) return;
    const owner = form.model.people.ownerOf(place.entity, place.record);
    if (owner === null) return;
    const cell = form.reveal(place);
    if (cell === null) form.show(owner);
    goToCell(commands, bench, form, cell ?? form.model.firstCell);
  }
}
