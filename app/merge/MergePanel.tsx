import { useRef } from 'react';
import type { MergePlan } from '../../records/merge/types.ts';
import type { RecordStore } from '../../records/store.contract.ts';
import { picturesPassed } from '../../xlsx/locale/zh-CN.ts';
import { fill } from '../locale/zh-CN.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { AbsentList } from './AbsentList.tsx';
import { ChangeList } from './ChangeList.tsx';
import { ConflictList, focusConflict } from './ConflictList.tsx';
import { recordsLine } from './child-items.ts';
import { FileTable } from './FileTable.tsx';
import { LeftOutList } from './LeftOutList.tsx';
import { MERGE } from './locale.zh-CN.ts';
import { type ConflictItem, changeItems, conflictItems, fileLines, leftOutItems } from './merge-view.ts';
import './merge.css';
import { PhotoList } from './PhotoList.tsx';
import { PickFiles } from './PickFiles.tsx';
import { ProposalList } from './ProposalList.tsx';
import { problemList } from './problem-list.ts';
import { Reading } from './Reading.tsx';
import type { ReadAnswer } from './read-protocol.ts';
import { SilentList } from './SilentList.tsx';
import type { MergeController, MergeCounts } from './use-merge.ts';

export interface MergePanelProps {
  readonly controller: MergeController;
  readonly store: RecordStore;
  /** Hands a file to the browser. */
  readonly onSave: (name: string, bytes: Uint8Array) => void;
  readonly onDone: (counts: MergeCounts) => void;
  readonly onClose: () => void;
}

/** 汇总: received files, what they would change, and what has to be decided; nothing happens before the last button. */
export function MergePanel({ controller, store, onSave, onDone, onClose }: MergePanelProps) {
  const { phase, result, decisions } = controller;
  const conflicts = phase.kind === 'review' ? conflictItems(phase.plan, decisions) : [];
  const close = (): void => {
    controller.reset();
    onClose();
  };
  return (
    <Dialog
      title={MERGE.title}
      width="large"
      onClose={close}
      footer={
        <>
          <button type="button" className="mc-button" onClick={close}>
            {MERGE.close}
          </button>
          {phase.kind === 'review' && result && (
            <button
              type="button"
              className="mc-button mc-primary"
              disabled={result.patch.length === 0}
              onClick={() => {
                const counts = controller.commit();
                onClose();
                if (counts) onDone(counts);
              }}
            >
              {applyLabel(result.patch.length, conflicts.filter(({ choice }) => choice === undefined).length)}
            </button>
          )}
        </>
      }
    >
      <div className="mc-merge">
        {phase.kind === 'reading' ? (
          <Reading done={phase.done} total={phase.total} names={phase.names} onCancel={controller.cancel} />
        ) : (
          <PickFiles
            small={phase.kind === 'review'}
            {...(phase.kind === 'empty' && phase.message ? { message: phase.message } : {})}
            onFiles={(received) => void controller.read(received)}
          />
        )}
        {phase.kind === 'review' && (
          <Review
            answers={phase.answers}
            plan={phase.plan}
            conflicts={conflicts}
            controller={controller}
            store={store}
            onSave={onSave}
          />
        )}
      </div>
    </Dialog>
  );
}

interface ReviewProps extends Pick<MergePanelProps, 'controller' | 'store' | 'onSave'> {
  readonly answers: readonly ReadAnswer[];
  readonly plan: MergePlan;
  readonly conflicts: readonly ConflictItem[];
}

function Review({ answers, plan, conflicts, controller, store, onSave }: ReviewProps) {
  const { result, decisions } = controller;
  const list = useRef<HTMLDivElement>(null);
  if (!result) return null;
  const lines = fileLines(answers, plan, result);
  const open = conflicts.findIndex(({ choice }) => choice === undefined);
  return (
    <>
      <FileTable
        lines={lines}
        pack={plan.pack}
        onSave={onSave}
        remembered={controller.remembered}
        onAnswer={controller.answer}
        problemList={() => problemList(store, answers, plan, result)}
        onSettle={open < 0 ? null : () => focusConflict(list.current, open)}
      />
      <NoteLine text={controller.passed.length === 0 ? '' : picturesPassed(controller.passed)} />
      <NoteLine text={recordsLine(plan, result)} />
      <PhotoList lines={lines} />
      <ConflictList items={conflicts} list={list} pictures={controller.pictures} onChoose={controller.choose} />
      <ProposalList plan={plan} store={store} onJoin={controller.join} />
      <ChangeList items={changeItems(store, plan, decisions)} pictures={controller.pictures} onTake={controller.take} />
      <AbsentList
        ids={plan.absent}
        entity={plan.entity}
        store={store}
        removed={decisions.remove ?? new Set()}
        onRemove={controller.remove}
      />
      <SilentList villages={plan.silent} />
      <LeftOutList items={leftOutItems(answers, plan, result)} />
    </>
  );
}

function NoteLine({ text }: { readonly text: string }) {
  return text === '' ? null : <p className="mc-merge-note">{text}</p>;
}

function applyLabel(steps: number, open: number): string {
  if (steps === 0) return MERGE.nothing;
  return open === 0 ? MERGE.apply : fill(MERGE.applyOpen, { n: open });
}
