import type { MergePlan } from '../../records/merge/types.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import { textOf } from '../../records/value.ts';
import { linePlace } from '../../xlsx/recognise/line-place.ts';
import { fill } from '../locale/zh-CN.ts';
import { MERGE } from './locale.zh-CN.ts';

export interface ProposalListProps {
  readonly plan: MergePlan;
  readonly store: RecordStore;
  readonly onJoin: (proposal: string) => void;
}

/** People who share name and phone but no ID number: families share phones, so that only a click makes them one. */
export function ProposalList({ plan, store, onJoin }: ProposalListProps) {
  if (plan.proposals.length === 0) return null;
  return (
    <section className="mc-merge-list">
      <h3>{MERGE.proposals}</h3>
      <ul>
        {plan.proposals.map(({ id, name, phone, left, right }) => (
          <li key={id}>
            <b>{fill(MERGE.proposalWho, { name, phone })}</b>
            <span>{placeOf(left, plan, store)}</span>
            <span>{placeOf(right, plan, store)}</span>
            <button type="button" className="mc-button" onClick={() => onJoin(id)}>
              {MERGE.join}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function placeOf(key: string, plan: MergePlan, store: RecordStore): string {
  const source = plan.sources[plan.groups.find((group) => group.key === key)?.rows[0] ?? -1];
  if (source !== undefined) {
    const { file, date, record } = source;
    return `${textOf(record.idNumber)} ${fill(MERGE.side, { file, place: linePlace(source), date: date ?? '' })}`;
  }
  const record = store.get(plan.entity, key.replace(/^record:/, ''));
  return `${textOf(record?.idNumber)} ${MERGE.inProject}`;
}
