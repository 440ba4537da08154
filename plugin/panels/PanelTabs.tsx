import { ICommandService } from '@univerjs/core';
import { useDependency } from '@univerjs/ui';
import { zhCN } from '../locale/zh-CN.ts';
import { SearchPersonCommandId, ToggleAbsentCommandId, TogglePanelCommandId } from './panel-ids.tsx';

const PANELS = [
  [TogglePanelCommandId, zhCN.panel.open],
  [ToggleAbsentCommandId, zhCN.absent.open],
  [SearchPersonCommandId, zhCN.search.title],
] as const;

/** The way from one panel to the others. */
export function PanelTabs({ current }: { readonly current: (typeof PANELS)[number][0] }) {
  const commands = useDependency(ICommandService);
  return (
    <nav className="mingce-nav" aria-label={zhCN.panelTabs}>
      {PANELS.map(([id, label]) => (
        <button
          key={id}
          type="button"
          aria-current={id === current ? 'page' : undefined}
          onClick={() => id !== current && void commands.executeCommand(id)}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}
