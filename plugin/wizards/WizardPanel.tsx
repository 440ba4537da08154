import { ILayoutService, useDependency, useObservable } from '@univerjs/ui';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Workbench } from '../binding/workbench.ts';
import { useBench } from '../panels/use-bench.ts';
import { Beside } from './Beside.tsx';
import { FieldsPage } from './FieldsPage.tsx';
import { focusFirst, focusNext } from './focus.ts';
import { NoticeResult } from './NoticeResult.tsx';
import { OutcomeLine } from './OutcomeLine.tsx';
import { PeoplePage } from './PeoplePage.tsx';
import { StepList } from './StepList.tsx';
import { useWizard } from './use-wizard.ts';
import { WizardFooter } from './WizardFooter.tsx';
import { WizardHeading } from './WizardHeading.tsx';
import './wizard.css';
import { WizardService } from './wizard.service.ts';

/** The wizard that is open, built from its definition in the pack. */
export function WizardPanel() {
  const wizards = useDependency(WizardService);
  const id = useObservable(wizards.current$);
  const open = useBench();
  if (!id || !open) return null;
  return <OpenWizard key={`${open.bench.unitId} ${id}`} bench={open.bench} id={id} />;
}

/** The sheet takes the focus back after a menu; a field takes it once that is through. In milliseconds. */
const FOCUS_DELAY = 150;

function OpenWizard({ bench, id }: { readonly bench: Workbench; readonly id: string }) {
  const wizards = useDependency(WizardService);
  const layout = useDependency(ILayoutService);
  const control = useWizard(bench, id);
  const body = useRef<HTMLDivElement>(null);
  const place = control ? `${control.state.step} ${control.state.at} ${control.round}` : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new page takes the focus to its first field
  useEffect(() => {
    focusFirst(body.current);
    const timer = setTimeout(() => {
      const panel = body.current?.closest('.mingce-wizard');
      if (!panel?.contains(document.activeElement)) focusFirst(body.current);
    }, FOCUS_DELAY);
    return () => clearTimeout(timer);
  }, [place, control?.notice]);
  if (!control) return null;
  const { run, state, outcome } = control;
  const page = run.page(state);
  if (!page) return null;
  if (control.notice) {
    return (
      <section className="mingce-panel mingce-wizard" aria-label={run.definition.label} onKeyDown={keep}>
        <NoticeResult wizard={id} notice={control.notice} onDone={control.closeNotice} />
        <OutcomeLine control={control} />
      </section>
    );
  }
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    event.stopPropagation();
    const { key, target } = event;
    if (event.nativeEvent.isComposing) return;
    if (key === 'Escape') layout.focus();
    else if (key === 'PageUp') control.back();
    else if (key === 'Enter' && event.ctrlKey) control.next();
    else if (key === 'Enter' && !event.shiftKey && !(target instanceof HTMLButtonElement)) {
      if (!focusNext(body.current, target)) control.next();
    } else if (key.toLowerCase() === 'z' && event.ctrlKey && control.pristine) control.undo();
    else return;
    event.preventDefault();
  };
  return (
    <section className="mingce-panel mingce-wizard" aria-label={run.definition.label} onKeyDown={press}>
      <WizardHeading control={control} />
      <StepList control={control} />
      <OutcomeLine control={control} />
      <div className="mingce-wizard-body" ref={body}>
        {page.step.ask === 'people' ? (
          <PeoplePage control={control} />
        ) : (
          <>
            <Beside beside={page.beside} />
            <FieldsPage key={`${state.step} ${state.at} ${control.round}`} control={control} page={page} />
          </>
        )}
      </div>
      <WizardFooter control={control} readOnly={wizards.readOnly} asks={outcome?.kind === 'ask'} />
    </section>
  );
}

/** Keys pressed in a panel are no keys of the sheet. */
function keep(event: KeyboardEvent): void {
  event.stopPropagation();
}
