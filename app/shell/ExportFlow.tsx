import { useState } from 'react';
import type { Extras } from '../../plugin/index.ts';
import type { Storage } from '../../storage/storage.ts';
import { officialFileName } from '../../xlsx/export/summary.ts';
import { ExportDialog } from '../export-dialog/ExportDialog.tsx';
import type { ExportRequest, ExportState } from '../export-dialog/types.ts';
import { SHELL } from '../locale/shell-zh-CN.ts';
import { fill } from '../locale/zh-CN.ts';
import { MASK_CHOICES, runExport } from '../session/run-export.ts';
import type { Session } from '../session/session.ts';
import type { ToastControl } from '../ui/use-toasts.ts';
import { exportFacts } from './export-facts.ts';

export interface ExportFlowProps {
  readonly storage: Storage;
  readonly session: Session;
  readonly toasts: ToastControl;
  readonly templateId: string;
  /** What the official table has no place for. */
  readonly extras: Extras;
  readonly onShowProblems: () => void;
  readonly onClose: () => void;
}

/** From the question to the summary: the official table as a file. */
export function ExportFlow({ storage, session, toasts, templateId, extras, onShowProblems, onClose }: ExportFlowProps) {
  const { store, loaded } = session;
  const [state, setState] = useState<ExportState>({ kind: 'ask' });
  const label = loaded.templates.get(templateId)?.binding.label ?? '';
  const facts = exportFacts(loaded, store, templateId);
  const { unit, asOf } = store.settings;
  const leftOut = [
    ...(extras.notes > 0 ? [fill(SHELL.leftOut.notes, { n: extras.notes })] : []),
    ...(extras.colours > 0 ? [fill(SHELL.leftOut.colours, { n: extras.colours })] : []),
    ...(facts.ofLeft > 0 ? [fill(SHELL.leftOut.ofLeft, { n: facts.ofLeft })] : []),
  ];
  const start = async (request: ExportRequest): Promise<void> => {
    setState({ kind: 'working' });
    const answer = await runExport(storage, session, templateId, request, leftOut);
    if (!answer.ok) {
      setState({ kind: 'failed', what: answer.what, remedy: SHELL.file.unchanged });
      return;
    }
    if (answer.notLogged) toasts.show({ kind: 'warning', text: answer.notLogged });
    setState({ kind: 'done', result: answer.result });
  };
  return (
    <ExportDialog
      template={label}
      unit={unit}
      asOf={asOf}
      {...facts}
      masks={loaded.templates.get(templateId)?.binding.kind === 'matrix' ? MASK_CHOICES.slice(0, 1) : MASK_CHOICES}
      fileName={officialFileName(store.settings, label)}
      leftOut={leftOut}
      state={state}
      onExport={(request) => void start(request)}
      onShowProblems={onShowProblems}
      onAgain={() => setState({ kind: 'ask' })}
      onClose={onClose}
    />
  );
}
