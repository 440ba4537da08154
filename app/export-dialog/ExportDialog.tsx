import { fill, TEXTS } from '../locale/zh-CN.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ExportAsk } from './ExportAsk.tsx';
import { ExportDone } from './ExportDone.tsx';
import { ExportWorking } from './ExportWorking.tsx';
import type { ExportRequest, ExportState, MaskChoice } from './types.ts';

export interface ExportDialogProps {
  /** The template's label, `村级后备干部名册`. */
  readonly template: string;
  readonly unit: string;
  /** `2017-11-30` */
  readonly asOf: string;
  readonly people: number;
  /** The rows are lines of a ledger, not people. */
  readonly lines?: boolean;
  readonly errors: number;
  readonly warnings: number;
  /** The first is chosen to begin with, and means that nothing is masked. */
  readonly masks: readonly MaskChoice[];
  readonly fileName: string;
  /** What the official table has no place for, as phrases. */
  readonly leftOut: readonly string[];
  readonly state: ExportState;
  readonly onExport: (request: ExportRequest) => void;
  readonly onShowProblems: () => void;
  /** From the result back to the question. */
  readonly onAgain: () => void;
  /** Stops the work; left out, it cannot be stopped. */
  readonly onCancel?: () => void;
  readonly onClose: () => void;
}

/** Asks before the export (twice where there are errors), shows it going on, and what came of it. */
export function ExportDialog(props: ExportDialogProps) {
  const { template, state, onAgain, onClose } = props;
  const title = fill(TEXTS.export.title, { template });
  if (state.kind === 'ask') return <ExportAsk {...props} title={title} />;
  if (state.kind === 'done') return <ExportDone {...props} title={title} result={state.result} />;
  if (state.kind === 'failed') {
    return (
      <Dialog
        title={TEXTS.export.failed}
        role="alertdialog"
        onClose={onClose}
        footer={
          <>
            <button type="button" className="mc-button" onClick={onClose}>
              {TEXTS.dialog.close}
            </button>
            <button type="button" className="mc-button mc-primary" data-autofocus onClick={onAgain}>
              {TEXTS.export.retry}
            </button>
          </>
        }
      >
        <p className="mc-error-what">{state.what}</p>
        <dl className="mc-facts">
          <dt>{TEXTS.dialog.remedy}</dt>
          <dd>{state.remedy}</dd>
        </dl>
      </Dialog>
    );
  }
  return <ExportWorking title={title} state={state} {...(props.onCancel ? { onCancel: props.onCancel } : {})} />;
}
