import { CommandType, Disposable, type ICommandService, type IContextService } from '@univerjs/core';
import type { IEditorService } from '@univerjs/preset-sheets-core';
import { type IShortcutService, KeyCode } from '@univerjs/ui';
import { nameAt } from './name-at.ts';

/** Univer's command of the list of functions; there is one as long as the list of that editor is open. */
const LIST = 'sheet.formula-embedding-editor.search_function.';
/** Above the list's own keys (1,000). */
const PRIORITY = 1001;

/**
 * Enter and Tab finish a formula that was typed on. Univer's list of functions stands for 0.3 s behind what is typed and
 * would put its first entry in place of the name meanwhile: `=WORKDAY.CN("2017-09-29",3)` became `=WORKDAY(…)`.
 */
export class FinishFormulaController extends Disposable {
  constructor(
    private readonly commands: ICommandService,
    private readonly shortcuts: IShortcutService,
    private readonly context: IContextService,
    private readonly editors: IEditorService,
  ) {
    super();
    for (const [name, key] of [
      ['enter', KeyCode.ENTER],
      ['tab', KeyCode.TAB],
    ] as const) {
      const id = `mingce.command.finish-formula-${name}`;
      this.disposeWithMe(
        commands.registerCommand({ id, type: CommandType.OPERATION, handler: () => this.finish(id, key) }),
      );
      const preconditions = (): boolean => this.isListBehind();
      this.disposeWithMe(shortcuts.registerShortcut({ id, binding: key, priority: PRIORITY, preconditions }));
    }
  }

  /** Whether a list is open that was looked up for something else than what stands at the caret now. */
  private isListBehind(): boolean {
    const editor = this.editors.getFocusEditor();
    if (!editor || !this.commands.hasCommand(LIST + editor.getEditorId())) return false;
    const [range] = editor.getSelectionRanges();
    const text = editor.getDocumentData().body?.dataStream ?? '';
    // What was looked up is what the list's entries have in common, and is set off in them.
    const sought = document.querySelector('[data-u-comp="sheets-formula-editor"] li span span')?.textContent;
    return sought?.toUpperCase() !== nameAt(text, range?.startOffset ?? 0).toUpperCase();
  }

  /** Closes the list and does what the key does without it. */
  private finish(own: string, key: KeyCode): boolean {
    const list = LIST + this.editors.getFocusEditor()?.getEditorId();
    if (this.commands.hasCommand(list)) this.commands.syncExecuteCommand(list, { keyCode: KeyCode.ESC });
    const plain = this.shortcuts
      .getAllShortcuts()
      .filter(({ id, binding }) => binding === key && id !== own && !id.startsWith(LIST))
      .sort((left, right) => (right.priority ?? 0) - (left.priority ?? 0))
      .find(({ preconditions }) => preconditions?.(this.context) ?? true);
    if (plain) void this.commands.executeCommand(plain.id, plain.staticParameters);
    return plain !== undefined;
  }
}
