import type { VillageName } from '../../records/merge/types.ts';
import { fill } from '../locale/zh-CN.ts';
import { MERGE } from './locale.zh-CN.ts';

/** 催报: villages of the list that sent nothing, to copy into a message. */
export function SilentList({ villages }: { readonly villages: readonly VillageName[] }) {
  if (villages.length === 0) return null;
  const names = villages.map(({ township, village }) => `${township} ${village}`.trim());
  return (
    <section className="mc-merge-list mc-merge-silent">
      <h3>{fill(MERGE.silent, { n: villages.length })}</h3>
      <p>{names.join('、')}</p>
      {/* Pages that were not served securely have no clipboard; the text can be selected there. */}
      {navigator.clipboard && (
        <button
          type="button"
          className="mc-button"
          onClick={() => void navigator.clipboard.writeText(names.join('\n')).catch(() => undefined)}
        >
          {MERGE.silentCopy}
        </button>
      )}
    </section>
  );
}
