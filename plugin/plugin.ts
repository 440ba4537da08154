import {
  CommandType,
  type Dependency,
  ICommandService,
  Injector,
  IUndoRedoService,
  Plugin,
  registerDependencies,
  setDependencies,
  UniverInstanceType,
} from '@univerjs/core';
import { DataValidatorRegistryService } from '@univerjs/data-validation';
import { MessageType } from '@univerjs/design';
import { IRenderManagerService } from '@univerjs/engine-render';
import { SheetInterceptorService, SheetsSelectionsService } from '@univerjs/sheets';
import {
  CellAlertManagerService,
  HoverManagerService,
  ISheetClipboardService,
  whenSheetEditorFocused,
} from '@univerjs/sheets-ui';
import {
  ComponentManager,
  IMenuManagerService,
  IMessageService,
  IShortcutService,
  ISidebarService,
  KeyCode,
  MenuItemType,
  MetaKeys,
  RibbonStartGroup,
} from '@univerjs/ui';
import { ApplyPatchMutation } from './binding/apply-patch.mutation.ts';
import { BindingService } from './binding/binding.service.ts';
import { PasteController } from './binding/paste.controller.ts';
import { ArrowController } from './choices/arrow.controller.ts';
import { ChoiceController } from './choices/choice.controller.ts';
import { GuardController } from './guard/guard.controller.ts';
import { SortController } from './guard/sort.controller.ts';
import type { Locale } from './locale/locale.ts';
import { zhCN } from './locale/zh-CN.ts';
import { AlertController } from './marks/alert.controller.ts';
import { MarkController } from './marks/mark.controller.ts';
import { ProblemsPanel } from './panels/ProblemsPanel.tsx';
import { PANEL_COMPONENT, PANEL_ICON, PANEL_ID, PanelIcon } from './panels/panel-ids.tsx';

export interface MingceConfig {
  readonly locale: Locale;
}

export const OpenChoicesCommandId = 'mingce.command.open-choices';
export const TogglePanelCommandId = 'mingce.command.toggle-problems';

/** The plugin: binds sheets to records, marks mistakes, guards the official parts, shows the list of problems. */
export class MingcePlugin extends Plugin {
  static override pluginName = 'SHEET_MINGCE_PLUGIN';
  static override type = UniverInstanceType.UNIVER_SHEET;

  private readonly locale: Locale;

  constructor(
    config: Partial<MingceConfig> | undefined,
    protected override readonly _injector: Injector,
  ) {
    super();
    this.locale = config?.locale ?? zhCN;
  }

  override onStarting(): void {
    const { locale } = this;
    const dependencies: Dependency[] = [
      [
        BindingService,
        {
          useFactory: (c: ICommandService, u: IUndoRedoService) => new BindingService(c, u),
          deps: [ICommandService, IUndoRedoService],
        },
      ],
      [
        GuardController,
        {
          useFactory: (c: ICommandService, b: BindingService, s: SheetsSelectionsService) =>
            new GuardController(c, b, s, locale),
          deps: [ICommandService, BindingService, SheetsSelectionsService],
        },
      ],
    ];
    registerDependencies(this._injector, dependencies);
    const commands = this._injector.get(ICommandService);
    this.disposeWithMe(commands.registerCommand(ApplyPatchMutation));
    this.disposeWithMe(
      commands.registerCommand({
        id: TogglePanelCommandId,
        type: CommandType.OPERATION,
        handler: () => {
          this.togglePanel();
          return true;
        },
      }),
    );
    this._injector.get(BindingService);
  }

  override onReady(): void {
    const get = this._injector.get.bind(this._injector);
    const binding = get(BindingService);
    this.disposeWithMe(new MarkController(get(SheetInterceptorService), binding, get(IRenderManagerService)));
    this.disposeWithMe(new ChoiceController(get(DataValidatorRegistryService)));
    this.disposeWithMe(new SortController(get(ICommandService), binding, get(SheetsSelectionsService)));
    this.disposeWithMe(new PasteController(get(ISheetClipboardService), binding));
    const arrow = new ArrowController(
      get(SheetInterceptorService),
      get(SheetsSelectionsService),
      get(ICommandService),
      binding,
      get(IRenderManagerService),
    );
    this.disposeWithMe(arrow);
    this.addShortcut(OpenChoicesCommandId, MetaKeys.ALT | KeyCode.ARROW_DOWN, () => arrow.open());
    const messages = get(IMessageService);
    const guard = get(GuardController);
    this.disposeWithMe(
      guard.refused$.subscribe((content) => messages.show({ type: MessageType.Warning, content, duration: 6000 })),
    );
    this.disposeWithMe(
      binding.restored$.subscribe((cells) => {
        const content = this.locale.guard.restored(cells.slice(0, 3).join('、'));
        messages.show({ type: MessageType.Warning, content, duration: 6000 });
      }),
    );
    this.disposeWithMe(
      binding.failed$.subscribe(({ error }) => {
        // The clerk is told what to do; the cause is for whoever mends it.
        console.error(error);
        messages.show({ type: MessageType.Error, content: this.locale.failure.text, duration: 20_000 });
      }),
    );
    this.addPanel();
  }

  override onRendered(): void {
    const get = this._injector.get.bind(this._injector);
    this.disposeWithMe(
      new AlertController(
        get(BindingService),
        get(HoverManagerService),
        get(SheetsSelectionsService),
        get(CellAlertManagerService),
        this.locale,
      ),
    );
  }

  private addShortcut(id: string, binding: number, handler: () => boolean): void {
    this.disposeWithMe(
      this._injector.get(ICommandService).registerCommand({ id, type: CommandType.OPERATION, handler }),
    );
    this.disposeWithMe(
      this._injector.get(IShortcutService).registerShortcut({ id, binding, preconditions: whenSheetEditorFocused }),
    );
  }

  private addPanel(): void {
    const components = this._injector.get(ComponentManager);
    this.disposeWithMe(components.register(PANEL_COMPONENT, ProblemsPanel));
    this.disposeWithMe(components.register(PANEL_ICON, PanelIcon));
    this._injector.get(IMenuManagerService).mergeMenu({
      [RibbonStartGroup.OTHERS]: {
        [TogglePanelCommandId]: {
          order: 0,
          menuItemFactory: () => ({
            id: TogglePanelCommandId,
            type: MenuItemType.BUTTON,
            icon: PANEL_ICON,
            title: this.locale.panel.open,
            tooltip: this.locale.panel.openTip,
          }),
        },
      },
    });
  }

  /** Opens the list of problems, or closes it when it is in front. */
  togglePanel(): void {
    const sidebar = this._injector.get(ISidebarService);
    if (sidebar.visible && sidebar.options.id === PANEL_ID) {
      sidebar.close(PANEL_ID);
      return;
    }
    sidebar.open({
      id: PANEL_ID,
      header: { title: this.locale.panel.title },
      children: { label: PANEL_COMPONENT },
      width: 340,
    });
  }
}

setDependencies(MingcePlugin, [Injector], 1);
