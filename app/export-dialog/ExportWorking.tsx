import { fill, TEXTS } from '../locale/zh-CN.ts';
import { Dialog } from '../ui/Dialog.tsx';
import type { ExportState } from './types.ts';

const texts = TEXTS.export;

export interface ExportWorkingProps {
  readonly title: string;
  readonly state: Extract<ExportState, { kind: 'working' }>;
  /** Left out, the work cannot be stopped. */
  readonly onCancel?: () => void;
}

/** How far an export has come, whose turn it is, and the way out. */
export function ExportWorking({ title, state, onCancel }: ExportWorkingProps) {
  const { done = 0, total, name } = state;
  return (
    <Dialog
      title={title}
      {...(onCancel === undefined ? {} : { onClose: onCancel })}
      {...(onCancel === undefined
        ? {}
        : {
            footer: (
              <button type="button" className="mc-button" data-autofocus onClick={onCancel}>
                {TEXTS.dialog.cancel}
              </button>
            ),
          })}
    >
      <p role="status">
        {total === undefined ? texts.working : fill(texts.workingOf, { done, total })}
        {name !== undefined && <span className="mc-export-name">{name}</span>}
      </p>
      <progress
        className="mc-progress"
        aria-label={texts.working}
        {...(total === undefined ? {} : { value: done, max: total })}
      />
    </Dialog>
  );
}
