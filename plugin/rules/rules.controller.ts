import { CommandType, Disposable, type ICommandService } from '@univerjs/core';
import type { ComponentManager, ISidebarService } from '@univerjs/ui';
import { RULES } from './locale.zh-CN.ts';
import { RulesPanel } from './RulesPanel.tsx';

const RULES_PANEL = 'MingceRulesPanel';
export const OpenRulesCommandId = 'mingce.command.open-rules';

/** Opens the rules of the project in the sidebar. */
export class RulesController extends Disposable {
  constructor(commands: ICommandService, sidebar: ISidebarService, components: ComponentManager) {
    super();
    this.disposeWithMe(components.register(RULES_PANEL, RulesPanel));
    this.disposeWithMe(
      commands.registerCommand({
        id: OpenRulesCommandId,
        type: CommandType.OPERATION,
        handler: () => {
          sidebar.open({
            id: RULES_PANEL,
            header: { title: RULES.title },
            children: { label: RULES_PANEL },
            width: 400,
          });
          return true;
        },
      }),
    );
  }
}
