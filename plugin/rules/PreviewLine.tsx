import type { Rule } from '../../sheets-templates/schema.ts';
import type { RecordsNow } from '../panels/use-records.ts';
import { RULES } from './locale.zh-CN.ts';
import { usePreview } from './use-preview.ts';

interface Props {
  readonly records: RecordsNow;
  /** The rule as it is being written; none while it cannot be read. */
  readonly rule: Rule | undefined;
  /** A parameter of it is not set, so that it is not asked at all. */
  readonly unset: boolean;
  readonly onGo: (id: string) => void;
}

/** How many rows a rule would mark, with the names of the first ones; a click goes there. */
export function PreviewLine({ records, rule, unset, onGo }: Props) {
  const preview = usePreview(records, unset ? undefined : rule);
  if (unset) return <p className="mingce-preview">{RULES.previewOff}</p>;
  if (!preview || !rule) return <p className="mingce-preview mingce-waiting" />;
  const { store } = records;
  const { count, first, done } = preview;
  const nameOf = (id: string): string =>
    store.text(rule.entity, id, 'name') || store.text(rule.entity, id, rule.field) || RULES.nameless;
  return (
    <div className={`mingce-preview${count > 0 ? ' mingce-some' : ''}`} role="status">
      <b>{count === 0 && done ? RULES.previewNone : RULES.preview(count, done)}</b>
      {first.length > 0 && (
        <span className="mingce-names">
          {first.map((id) => (
            <button key={id} type="button" onClick={() => onGo(id)}>
              {nameOf(id)}
            </button>
          ))}
          {count > first.length && '…'}
        </span>
      )}
    </div>
  );
}
