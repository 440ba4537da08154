import { CommandType, Disposable, type ICommand, type ICommandService } from '@univerjs/core';
import type { ComponentManager, ISidebarService } from '@univerjs/ui';
import { WIZARD } from './locale.zh-CN.ts';
import { WizardPanel } from './WizardPanel.tsx';
import type { WizardService } from './wizard.service.ts';

export const WIZARD_PANEL = 'MingceWizardPanel';
export const OpenWizardCommandId = 'mingce.command.open-wizard';

export interface OpenWizardParams {
  /** The wizard's id in the pack. */
  readonly wizard: string;
  readonly title?: string;
}

/** Opens wizards in the sidebar. */
export class WizardController extends Disposable {
  constructor(
    commands: ICommandService,
    sidebar: ISidebarService,
    components: ComponentManager,
    wizards: WizardService,
  ) {
    super();
    this.disposeWithMe(components.register(WIZARD_PANEL, WizardPanel));
    const open: ICommand<OpenWizardParams> = {
      id: OpenWizardCommandId,
      type: CommandType.OPERATION,
      handler: (_, params) => {
        if (!params) return false;
        wizards.current$.next(params.wizard);
        const title = params.title ?? WIZARD.title;
        sidebar.open({ id: WIZARD_PANEL, header: { title }, children: { label: WIZARD_PANEL }, width: 400 });
        return true;
      },
    };
    this.disposeWithMe(commands.registerCommand(open));
  }
}
