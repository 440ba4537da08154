import { SHELL } from '../locale/shell-zh-CN.ts';
import { fill } from '../locale/zh-CN.ts';
import { Menu, type MenuAction } from '../ui/Menu.tsx';

export interface TopBarProps {
  readonly unit: string;
  readonly county: string;
  /** `2017-11-30` */
  readonly asOf: string;
  /** `null` while records are still being checked. */
  readonly problems: number | null;
  readonly ready: boolean;
  readonly onHome: () => void;
  readonly onProblems: () => void;
  /** Left out where the book can only be read. */
  readonly onSettings?: () => void;
  /** 办理: wizards, 汇总. */
  readonly tasks: readonly MenuAction[];
  /** 导出: official tables, the data file. */
  readonly exports: readonly MenuAction[];
}

const text = SHELL.session;

/** The bar above the sheet: whose book this is, and what one does with it. */
export function TopBar(props: TopBarProps) {
  const { unit, county, asOf, problems, ready, onHome, onProblems, onSettings, tasks, exports } = props;
  return (
    <header className="mc-bar" data-beside-sheet>
      <button type="button" className="mc-button" title={text.homeTip} onClick={onHome}>
        {text.home}
      </button>
      <h1 className="mc-bar-title" title={`${county} ${unit}`}>
        {unit} <small>{county}</small>
      </h1>
      <button type="button" className="mc-bar-date" title={text.asOfTip} disabled={!onSettings} onClick={onSettings}>
        {fill(text.asOf, { date: asOf })}
      </button>
      <span className="mc-bar-gap" />
      <button type="button" className="mc-button" disabled={!ready} onClick={onProblems}>
        {text.problems}
        {problems !== 0 && (
          <b
            {...(problems === null
              ? { className: 'mc-bar-badge mc-soon', title: text.checking }
              : { className: 'mc-bar-badge' })}
          >
            {problems ?? '…'}
          </b>
        )}
      </button>
      <Menu label={text.tasks} title={text.tasksTip} actions={tasks} disabled={!ready} />
      <Menu label={text.export} title={text.exportTip} actions={exports} primary />
    </header>
  );
}
