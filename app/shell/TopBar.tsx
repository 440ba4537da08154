import { SHELL } from '../locale/shell-zh-CN.ts';
import { fill } from '../locale/zh-CN.ts';

export interface TopBarProps {
  readonly unit: string;
  readonly county: string;
  /** `2017-11-30` */
  readonly asOf: string;
  readonly problems: number;
  readonly ready: boolean;
  readonly onHome: () => void;
  readonly onProblems: () => void;
  /** Left out while the book can only be read. */
  readonly onMerge?: () => void;
  readonly onSaveData: () => void;
  readonly onExport: () => void;
}

const text = SHELL.session;

/** The bar above the sheet: whose book this is, and what one does with it. */
export function TopBar({
  unit,
  county,
  asOf,
  problems,
  ready,
  onHome,
  onProblems,
  onMerge,
  onSaveData,
  onExport,
}: TopBarProps) {
  return (
    <header className="mc-bar">
      <button type="button" className="mc-button" title={text.homeTip} onClick={onHome}>
        {text.home}
      </button>
      <h1 className="mc-bar-title" title={`${county} ${unit}`}>
        {unit} <small>{county}</small>
      </h1>
      <span className="mc-bar-date" title={text.asOfTip}>
        {fill(text.asOf, { date: asOf })}
      </span>
      <span className="mc-bar-gap" />
      <button type="button" className="mc-button" disabled={!ready} onClick={onProblems}>
        {text.problems}
        {problems > 0 && <b className="mc-bar-badge">{problems}</b>}
      </button>
      <button type="button" className="mc-button" title={text.mergeTip} disabled={!ready || !onMerge} onClick={onMerge}>
        {text.merge}
      </button>
      <button type="button" className="mc-button" title={text.saveDataTip} onClick={onSaveData}>
        {text.saveData}
      </button>
      <button type="button" className="mc-button mc-primary" title={text.exportTip} onClick={onExport}>
        {text.export}
      </button>
    </header>
  );
}
