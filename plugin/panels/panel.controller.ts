import { CommandType, Disposable, type ICommandService } from '@univerjs/core';
import {
  type ComponentManager,
  type IMenuManagerService,
  type ISidebarService,
  MenuItemType,
  RibbonStartGroup,
} from '@univerjs/ui';
import type { Locale } from '../locale/locale.ts';
import { PeoplePanel } from '../people/PeoplePanel.tsx';
import { AbsentPanel } from './AbsentPanel.tsx';
import { ProblemsPanel } from './ProblemsPanel.tsx';
import {
  ABSENT_PANEL,
  PANEL_COMPONENT,
  PANEL_ICON,
  PANEL_ID,
  PanelIcon,
  PEOPLE_ICON,
  PeopleIcon,
  SEARCH_PANEL,
  ToggleAbsentCommandId,
  TogglePanelCommandId,
} from './panel-ids.tsx';

/** In milliseconds. */
const FOCUS_DELAY = 120;

/** The panels beside the sheet, their commands and their buttons in the toolbar. */
export class PanelController extends Disposable {
  constructor(
    private readonly commands: ICommandService,
    private readonly sidebar: ISidebarService,
    private readonly components: ComponentManager,
    private readonly menus: IMenuManagerService,
    private readonly locale: Locale,
  ) {
    super();
    const { panel, absent } = locale;
    this.disposeWithMe(components.register(PANEL_COMPONENT, ProblemsPanel));
    this.disposeWithMe(components.register(ABSENT_PANEL, AbsentPanel));
    this.disposeWithMe(components.register(SEARCH_PANEL, PeoplePanel));
    this.addButton(0, TogglePanelCommandId, PANEL_ICON, PanelIcon, panel, () => {
      // From the first problem Enter goes to its cell.
      if (this.toggle(PANEL_ID, PANEL_COMPONENT, panel.title)) focusLater('.mingce-problem .mingce-go:enabled');
    });
    this.addButton(1, ToggleAbsentCommandId, PEOPLE_ICON, PeopleIcon, absent, () =>
      this.toggle(ABSENT_PANEL, ABSENT_PANEL, absent.title),
    );
  }

  /** Opens the search for a person. */
  openSearch(): void {
    this.open(SEARCH_PANEL, SEARCH_PANEL, this.locale.search.title);
    focusLater('.mingce-search');
  }

  private addButton(
    order: number,
    id: string,
    icon: string,
    drawing: () => React.JSX.Element,
    words: { readonly open: string; readonly openTip: string },
    press: () => void,
  ): void {
    this.disposeWithMe(this.components.register(icon, drawing));
    const handler = (): boolean => {
      press();
      return true;
    };
    this.disposeWithMe(this.commands.registerCommand({ id, type: CommandType.OPERATION, handler }));
    this.menus.mergeMenu({
      [RibbonStartGroup.OTHERS]: {
        [id]: {
          order,
          menuItemFactory: () => ({ id, type: MenuItemType.BUTTON, icon, title: words.open, tooltip: words.openTip }),
        },
      },
    });
  }

  /** @returns Whether it is open now. */
  private toggle(id: string, label: string, title: string): boolean {
    const shown = this.sidebar.visible && this.sidebar.options.id === id;
    if (shown) this.sidebar.close(id);
    else this.open(id, label, title);
    return !shown;
  }

  private open(id: string, label: string, title: string): void {
    this.sidebar.open({ id, header: { title }, children: { label }, width: 340 });
  }
}

/** The sheet takes the focus back after every shortcut; a part of a panel takes it once that is through. */
function focusLater(selector: string): void {
  setTimeout(() => document.querySelector<HTMLElement>(selector)?.focus(), FOCUS_DELAY);
}
