import { fill } from '../locale/zh-CN.ts';
import { MERGE } from './locale.zh-CN.ts';

export interface ReadingProps {
  readonly done: number;
  readonly total: number;
  /** The files being read. */
  readonly names: readonly string[];
  readonly onCancel: () => void;
}

/** How far the reading has come, with the file's name and a way out. */
export function Reading({ done, total, names, onCancel }: ReadingProps) {
  return (
    <section className="mc-merge-reading" aria-live="polite">
      <p>
        {fill(MERGE.reading, { done, total })} <span>{names.join('　')}</span>
      </p>
      <progress max={total} value={done} />
      <button type="button" className="mc-button" onClick={onCancel}>
        {MERGE.cancel}
      </button>
    </section>
  );
}
