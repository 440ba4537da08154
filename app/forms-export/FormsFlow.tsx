import { useEffect, useMemo, useRef, useState } from 'react';
import { isoYear } from '../../formulas/calendar.ts';
import type { FormBinding } from '../../sheets-templates/form-binding.ts';
import type { Storage } from '../../storage/storage.ts';
import { ExportDialog } from '../export-dialog/ExportDialog.tsx';
import type { ExportState } from '../export-dialog/types.ts';
import { SHELL } from '../locale/shell-zh-CN.ts';
import { fill, TEXTS } from '../locale/zh-CN.ts';
import { MASK_CHOICES } from '../session/run-export.ts';
import type { Session } from '../session/session.ts';
import { ErrorDialog } from '../ui/ErrorDialog.tsx';
import type { ToastControl } from '../ui/use-toasts.ts';
import { firstChoice, type Standing } from './choice.ts';
import { FormsAsk } from './FormsAsk.tsx';
import { FORMS_EXPORT as texts } from './locale.zh-CN.ts';
import { type FormsRequest, runFormsExport } from './run-forms-export.ts';
import { everybody } from './whose.ts';

export interface FormsFlowProps {
  readonly storage: Storage;
  readonly session: Session;
  readonly toasts: ToastControl;
  readonly binding: FormBinding;
  readonly standing: Standing;
  readonly onShowProblems: () => void;
  readonly onClose: () => void;
}

/** From the question to the summary: people's forms as a workbook or an archive. */
export function FormsFlow({ storage, session, toasts, binding, standing, onShowProblems, onClose }: FormsFlowProps) {
  const { store } = session;
  const all = useMemo(() => everybody(store, binding.entity), [store, binding]);
  const { unit, asOf } = store.settings;
  const [choice, setChoice] = useState(() => firstChoice(standing, all, isoYear(asOf)));
  const [state, setState] = useState<ExportState>({ kind: 'ask' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const title = fill(TEXTS.export.title, { template: binding.label });
  const start = async (request: FormsRequest): Promise<void> => {
    const total = request.ids.length;
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: 'working', done: 0, total });
    const answer = await runFormsExport(storage, session, binding, request, {
      signal: controller.signal,
      onProgress: (done, name) => setState({ kind: 'working', done, total, name }),
    });
    if (answer === null) setState({ kind: 'ask' });
    else if (!answer.ok) setState({ kind: 'failed', what: answer.what, remedy: SHELL.file.unchanged });
    else {
      if (answer.notLogged) toasts.show({ kind: 'warning', text: answer.notLogged });
      setState({ kind: 'done', result: answer.result });
    }
  };
  if (all.ids.length === 0) return <ErrorDialog title={title} what={texts.nobody} onClose={onClose} />;
  if (state.kind === 'ask') {
    return (
      <FormsAsk
        title={title}
        session={session}
        binding={binding}
        all={all}
        standing={standing}
        choice={choice}
        onChoice={setChoice}
        onExport={(request) => void start(request)}
        onShowProblems={onShowProblems}
        onClose={onClose}
      />
    );
  }
  const { errors = 0, warnings = 0, rows = 0, fileName = '' } = state.kind === 'done' ? state.result : {};
  return (
    <ExportDialog
      template={binding.label}
      unit={unit}
      asOf={asOf}
      people={rows}
      errors={errors}
      warnings={warnings}
      masks={MASK_CHOICES.slice(0, 1)}
      fileName={fileName}
      leftOut={[]}
      state={state}
      onExport={() => undefined}
      onShowProblems={onShowProblems}
      onAgain={() => setState({ kind: 'ask' })}
      onCancel={() => running.current?.abort()}
      onClose={onClose}
    />
  );
}
