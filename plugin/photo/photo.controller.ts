import { CustomCommandExecutionError, Disposable, type ICommandService, type IDisposable } from '@univerjs/core';
import { MessageType } from '@univerjs/design';
import { ClearSelectionContentCommand, type SheetsSelectionsService } from '@univerjs/sheets';
import type { CellPopupManagerService, ISheetClipboardService } from '@univerjs/sheets-ui';
import type { ComponentManager, ILayoutService, IMessageService } from '@univerjs/ui';
import { debounceTime, merge } from 'rxjs';
import type { BindingService } from '../binding/binding.service.ts';
import type { GuardController } from '../guard/guard.controller.ts';
import { listenForDrops } from './drop-area.ts';
import { picturesOf } from './dropped-pictures.ts';
import { PHOTO_WORDS as words } from './locale.zh-CN.ts';
import { PHOTO_CARD, PhotoCard } from './PhotoCard.tsx';
import type { PhotoService } from './photo.service.ts';
import { PhotoFlow } from './photo-flow.tsx';
import { type PhotoTarget, photoAt, photoOfForm } from './photo-target.ts';

/** The services that photos are put in with. */
export interface PhotoServices {
  readonly binding: BindingService;
  readonly photos: PhotoService;
  readonly commands: ICommandService;
  readonly selections: SheetsSelectionsService;
  readonly clipboard: ISheetClipboardService;
  readonly popups: CellPopupManagerService;
  readonly components: ComponentManager;
  readonly messages: IMessageService;
  readonly layout: ILayoutService;
  readonly guard: GuardController;
  /** Whether a workbook's pictures may be put in and taken out. */
  readonly editable: (unitId: string) => boolean;
}

const NOTHING = { undos: [], redos: [] };

/** Photos by file, paste and drag; taken out by button and Delete. Each is one undo step. */
export class PhotoController extends Disposable {
  private card: IDisposable | null = null;
  private flow: PhotoFlow | null = null;

  constructor(private readonly services: PhotoServices) {
    super();
    const { binding, commands, selections, clipboard, components, guard } = services;
    this.disposeWithMe(components.register(PHOTO_CARD, PhotoCard));
    const { selectionMoveEnd$, selectionSet$ } = selections;
    const moved$ = merge(selectionMoveEnd$, selectionSet$, binding.changed$, binding.pointed$);
    this.disposeWithMe(moved$.pipe(debounceTime(60)).subscribe(() => this.showCard()));
    this.disposeWithMe(
      clipboard.addClipboardHook({
        id: 'mingce-photo-paste',
        priority: 100,
        onPasteFiles: (_to, files) => {
          const target = this.selected();
          if (target) this.take(target, picturesOf(files));
          return NOTHING;
        },
      }),
    );
    this.disposeWithMe(
      commands.beforeCommandExecuted((info) => {
        if (info.id !== ClearSelectionContentCommand.id) return;
        const target = this.selected();
        if (!target || target.text === '') return;
        this.remove(target);
        // Nothing else is to be emptied: the command's own step would stand before ours in the way of Ctrl+Z.
        if (this.isAlone()) throw new CustomCommandExecutionError('the photo is removed');
      }),
    );
    // Enter, F2 and a double click would open the editor, which has nothing to edit here.
    guard.divert = () => {
      const target = this.selected();
      if (target) this.choose(target);
      return target !== null;
    };
    const endDrops = listenForDrops({
      who: () => {
        const target = this.target();
        return target && !this.isReadOnly(target) && this.flow === null ? target.name : null;
      },
      onFiles: (files) => {
        const target = this.target();
        if (target) this.take(target, files);
      },
      onDialog: (file) => this.flow?.take(file),
    });
    this.disposeWithMe({
      dispose: () => {
        guard.divert = null;
        endDrops();
        this.hideCard();
        this.flow?.close();
      },
    });
  }

  /** The selected photo; null when another cell is selected. */
  private selected(): PhotoTarget | null {
    const { binding, selections } = this.services;
    const at = binding.locate(selections.getCurrentSelections());
    const bench = at && binding.bench(at.unitId);
    const sheet = at && bench?.sheets.get(at.subUnitId);
    return at && bench && sheet ? photoAt(bench, sheet, { row: at.row, column: at.col }) : null;
  }

  /** Whether the selection is one cell, merged or not. */
  private isAlone(): boolean {
    const [only, ...others] = this.services.selections.getCurrentSelections() ?? [];
    const cell = only?.primary;
    if (!cell || others.length > 0) return false;
    const { startRow, startColumn, endRow, endColumn } = only.range;
    const { isMerged, isMergedMainCell } = cell;
    if (!isMerged && !isMergedMainCell) return startRow === endRow && startColumn === endColumn;
    return (
      startRow === cell.startRow &&
      startColumn === cell.startColumn &&
      endRow === cell.endRow &&
      endColumn === cell.endColumn
    );
  }

  /** Where a dropped picture goes: into the selected photo, else into the one of the form in front. */
  private target(): PhotoTarget | null {
    const sheet = this.services.binding.front();
    const bench = sheet && this.services.binding.bench(sheet.unitId);
    return this.selected() ?? (sheet && bench ? photoOfForm(bench, sheet) : null);
  }

  private isReadOnly({ bench }: PhotoTarget): boolean {
    return !this.services.editable(bench.unitId);
  }

  private showCard(): void {
    this.hideCard();
    const target = this.selected();
    if (target === null || this.flow !== null || this.isReadOnly(target)) return;
    const { unitId } = target.bench;
    const at = { unitId, subUnitId: target.subUnitId, row: target.row, col: target.column };
    const extraProps = {
      has: target.text !== '',
      onChoose: () => this.choose(target),
      onRemove: () => this.remove(target),
    };
    this.card = this.services.popups.showPopup(at, { componentKey: PHOTO_CARD, priority: 2, extraProps });
  }

  private hideCard(): void {
    this.card?.dispose();
    this.card = null;
  }

  /** Lets the clerk choose a file. Called while a key or button is pressed, or the browser shows nothing. */
  private choose(target: PhotoTarget): void {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*,.heic,.heif';
    input.addEventListener('change', () => this.take(target, [...(input.files ?? [])]));
    input.click();
  }

  private take(target: PhotoTarget, files: readonly File[]): void {
    const [file] = files;
    if (!file || this.flow !== null) return;
    if (this.isReadOnly(target)) {
      this.say(MessageType.Warning, words.readOnly);
      return;
    }
    if (files.length > 1) this.say(MessageType.Info, words.several);
    this.hideCard();
    const { bench, name, ratio } = target;
    const onEnd = (done: boolean): void => {
      this.flow = null;
      if (done) this.say(MessageType.Success, words.done(name));
      this.services.layout.focus();
      this.showCard();
    };
    const keeper = this.services.photos.keeper(bench.unitId);
    this.flow = new PhotoFlow(
      { name, ratio, keeper, put: (text) => this.put(target, text), gone: words.gone, onEnd },
      file,
    );
  }

  private remove(target: PhotoTarget): void {
    if (this.isReadOnly(target)) this.say(MessageType.Warning, words.readOnly);
    else if (this.put(target, null)) this.say(MessageType.Info, words.removed(target.name));
    this.services.layout.focus();
  }

  /** Names the photo in the record (`null`: no more), as one undo step that goes back to this person. */
  private put({ bench, subUnitId, site }: PhotoTarget, text: string | null): boolean {
    const { entity, record, field } = site;
    if (bench.store.get(entity, record) === undefined) return false;
    const patch = [{ op: 'update' as const, entity, id: record, set: { [field]: text } }];
    this.services.binding.apply(bench.unitId, patch, { subUnitId, site });
    return true;
  }

  private say(type: MessageType, content: string): void {
    this.services.messages.show({ type, content, duration: 4000 });
  }
}
