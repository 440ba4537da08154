import {
  type Dependency,
  ICommandService,
  IConfirmService,
  IContextService,
  type IDisposable,
  Injector,
  IPermissionService,
  IUndoRedoService,
  Plugin,
  registerDependencies,
  setDependencies,
  toDisposable,
  UniverInstanceType,
} from '@univerjs/core';
import { DataValidatorRegistryService } from '@univerjs/data-validation';
import { MessageType } from '@univerjs/design';
import { DeviceInputEventType, IRenderManagerService } from '@univerjs/engine-render';
import { IEditorService } from '@univerjs/preset-sheets-core';
import {
  SheetDataValidationModel,
  SheetsDataValidationValidatorService,
} from '@univerjs/preset-sheets-data-validation';
import { SheetInterceptorService, SheetsSelectionsService } from '@univerjs/sheets';
import {
  CellPopupManagerService,
  HoverManagerService,
  IEditorBridgeService,
  ISheetClipboardService,
  SetCellEditVisibleOperation,
} from '@univerjs/sheets-ui';
import {
  ComponentManager,
  ILayoutService,
  IMenuManagerService,
  IMessageService,
  IShortcutService,
  ISidebarService,
  IUIPartsService,
} from '@univerjs/ui';
import { ApplyPatchMutation } from './binding/apply-patch.mutation.ts';
import { BindingService } from './binding/binding.service.ts';
import { PasteController } from './binding/paste.controller.ts';
import { ArrowController } from './choices/arrow.controller.ts';
import { ChoiceController } from './choices/choice.controller.ts';
import { listenBeside } from './commands/beside-sheet.ts';
import { keepPlace } from './commands/keep-place.ts';
import { KeyboardController, type KeyTargets } from './commands/keyboard.controller.ts';
import { keepTabs } from './commands/sheet-tabs.ts';
import { FormController } from './form/form.controller.ts';
import { FinishFormulaController } from './functions/finish-formula.controller.ts';
import { lookForFormulasOnce } from './functions/quick-formula-data.ts';
import { isEditable } from './guard/editable.ts';
import { FilterController } from './guard/filter.controller.ts';
import { GuardController } from './guard/guard.controller.ts';
import { SortController } from './guard/sort.controller.ts';
import type { Locale } from './locale/locale.ts';
import { zhCN } from './locale/zh-CN.ts';
import { AlertController } from './marks/alert.controller.ts';
import { ISSUE_CARD, IssueCard } from './marks/IssueCard.tsx';
import { MarkController } from './marks/mark.controller.ts';
import { nameParts } from './panels/name-parts.ts';
import { PanelController } from './panels/panel.controller.ts';
import { BlockPasteController } from './paste-block/block-paste.controller.ts';
import { PhotoController } from './photo/photo.controller.ts';
import { PhotoService } from './photo/photo.service.ts';
import { PhotoPainter } from './photo/photo-painter.ts';
import { PickerController } from './picker/picker.controller.ts';
import { ScaleController } from './review/scale.controller.ts';
import { RulesController } from './rules/rules.controller.ts';
import { WizardController } from './wizards/wizard.controller.ts';
import { WizardService } from './wizards/wizard.service.ts';

export interface MingceConfig {
  readonly locale: Locale;
}

/** The plugin: binds sheets to records, marks mistakes, guards the official parts, shows the list of problems. */
export class MingcePlugin extends Plugin {
  static override pluginName = 'SHEET_MINGCE_PLUGIN';
  static override type = UniverInstanceType.UNIVER_SHEET;

  private readonly locale: Locale;
  private arrow: ArrowController | null = null;

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
          useFactory: (c: ICommandService, u: IUndoRedoService, p: IPermissionService) => new BindingService(c, u, p),
          deps: [ICommandService, IUndoRedoService, IPermissionService],
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
    dependencies.push([WizardService], [PhotoService]);
    registerDependencies(this._injector, dependencies);
    lookForFormulasOnce(this._injector);
    const commands = this._injector.get(ICommandService);
    this.disposeWithMe(commands.registerCommand(ApplyPatchMutation));
    this._injector.get(BindingService);
  }

  override onReady(): void {
    const get = this._injector.get.bind(this._injector);
    const binding = get(BindingService);
    this.disposeWithMe(new MarkController(get(SheetInterceptorService), binding, get(IRenderManagerService)));
    this.disposeWithMe(
      new PhotoPainter(get(SheetInterceptorService), binding, get(PhotoService), get(IRenderManagerService)),
    );
    this.disposeWithMe(
      new ChoiceController(
        get(DataValidatorRegistryService),
        get(SheetsDataValidationValidatorService),
        get(SheetDataValidationModel),
      ),
    );
    this.disposeWithMe(new ScaleController(get(SheetInterceptorService), binding));
    this.disposeWithMe(
      new SortController(get(ICommandService), binding, get(SheetsSelectionsService), get(IConfirmService)),
    );
    this.disposeWithMe(new FilterController(get(ICommandService), binding));
    this.disposeWithMe(
      new PasteController(get(ISheetClipboardService), get(ICommandService), get(SheetInterceptorService), binding),
    );
    const permissions = get(IPermissionService);
    const blocks = new BlockPasteController(
      get(ICommandService),
      binding,
      get(SheetsSelectionsService),
      get(ISheetClipboardService),
      (unitId) => isEditable(permissions, unitId),
    );
    this.disposeWithMe(blocks);
    const arrow = new ArrowController(
      get(SheetInterceptorService),
      get(SheetsSelectionsService),
      get(ICommandService),
      binding,
      get(IRenderManagerService),
    );
    this.disposeWithMe(arrow);
    const messages = get(IMessageService);
    const guard = get(GuardController);
    let told: IDisposable | null = null;
    this.disposeWithMe(
      blocks.busy$.subscribe((rows) => {
        told?.dispose();
        const content = this.locale.pasting(rows);
        told = rows === 0 ? null : messages.show({ type: MessageType.Loading, content, duration: 0 });
      }),
    );
    this.disposeWithMe(
      guard.refused$.subscribe((content) => messages.show({ type: MessageType.Warning, content, duration: 6000 })),
    );
    this.disposeWithMe(
      binding.locked$.subscribe(() =>
        messages.show({ type: MessageType.Warning, content: this.locale.readOnly, duration: 6000 }),
      ),
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
    this.arrow = arrow;
  }

  override onRendered(): void {
    const get = this._injector.get.bind(this._injector);
    const commands = get(ICommandService);
    const binding = get(BindingService);
    const selections = get(SheetsSelectionsService);
    const components = get(ComponentManager);
    const panels = new PanelController(
      commands,
      get(ISidebarService),
      components,
      get(IMenuManagerService),
      this.locale,
    );
    this.disposeWithMe(panels);
    this.disposeWithMe(new WizardController(commands, get(ISidebarService), components, get(WizardService)));
    this.disposeWithMe(new RulesController(commands, get(ISidebarService), components));
    this.disposeWithMe(components.register(ISSUE_CARD, IssueCard));
    const alerts = new AlertController({
      binding,
      commands,
      selections,
      hover: get(HoverManagerService),
      popups: get(CellPopupManagerService),
      editor: get(IEditorBridgeService),
      layout: get(ILayoutService),
    });
    this.disposeWithMe(alerts);
    this.disposeWithMe(
      new PhotoController({
        binding,
        commands,
        selections,
        components,
        photos: get(PhotoService),
        editable: (unitId) => isEditable(get(IPermissionService), unitId),
        clipboard: get(ISheetClipboardService),
        popups: get(CellPopupManagerService),
        messages: get(IMessageService),
        layout: get(ILayoutService),
        guard: get(GuardController),
      }),
    );
    this.disposeWithMe(
      new PickerController({
        binding,
        commands,
        selections,
        components,
        popups: get(CellPopupManagerService),
        layout: get(ILayoutService),
        editable: (unitId) => isEditable(get(IPermissionService), unitId),
      }),
    );
    const editor = get(IEditorBridgeService);
    const endTyping = (): void => {
      const unitId = binding.open()?.unitId;
      const how = { visible: false, eventType: DeviceInputEventType.PointerDown, unitId };
      commands.syncExecuteCommand(SetCellEditVisibleOperation.id, how);
    };
    const typing = { going: () => editor.isVisible().visible, end: endTyping };
    const form = new FormController({
      commands,
      binding,
      selections,
      shortcuts: get(IShortcutService),
      menus: get(IMenuManagerService),
      parts: get(IUIPartsService),
      endTyping: () => typing.going() && endTyping(),
      tell: (content) => get(IMessageService).show({ type: MessageType.Info, content, duration: 2500 }),
      locale: this.locale,
    });
    this.disposeWithMe(form);
    const shortcuts = get(IShortcutService);
    this.disposeWithMe(new FinishFormulaController(commands, shortcuts, get(IContextService), get(IEditorService)));
    binding.around = (bench, work) => keepPlace(commands, selections, bench, work);
    const targets: KeyTargets = {
      openChoices: () => this.arrow?.open() ?? false,
      openFixes: () => alerts.openFixes(),
      openSearch: () => panels.openSearch(),
      noProblems: () =>
        get(IMessageService).show({ type: MessageType.Success, content: this.locale.keys.noProblems, duration: 2500 }),
    };
    this.disposeWithMe(new KeyboardController(commands, shortcuts, selections, binding, targets));
    this.disposeWithMe(toDisposable(nameParts(document, this.locale.parts)));
    const tabs = {
      focusSheet: () => get(ILayoutService).focus(),
      nameOf: (id: string) => binding.open()?.workbook.getSheetBySheetId(id)?.getName(),
    };
    this.disposeWithMe(toDisposable(keepTabs(document, tabs)));
    this.disposeWithMe(toDisposable(listenBeside(document, typing)));
  }
}

setDependencies(MingcePlugin, [Injector], 1);
