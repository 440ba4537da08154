import { ILayoutService, useDependency, useObservable } from '@univerjs/ui';
import { type KeyboardEvent, useRef } from 'react';
import { placeOn } from '../../records/wizard/state.ts';
import type { Workbench } from '../binding/workbench.ts';
import { useBench } from '../panels/use-bench.ts';
import { Beside } from './Beside.tsx';
import { FieldsPage } from './FieldsPage.tsx';
import { FirstFocus } from './FirstFocus.tsx';
import { focusNext, placeIn } from './focus.ts';
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

function OpenWizard({ bench, id }: { readonly bench: Workbench; readonly id: string }) {
  const layout = useDependency(ILayoutService);
  const control = useWizard(bench, id);
  const body = useRef<HTMLDivElement>(null);
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
  const place = `${state.step} ${state.at} ${control.round}`;
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
    <section
      className="mingce-panel mingce-wizard"
      aria-label={run.definition.label}
      onKeyDown={press}
      onFocus={({ target }) => control.note(placeIn(body.current, target))}
    >
      <WizardHeading control={control} />
      <StepList control={control} />
      <OutcomeLine control={control} />
      <div className="mingce-wizard-body" ref={body}>
        {page.step.ask === 'people' ? (
          <PeoplePage control={control} />
        ) : (
          <>
            <Beside beside={page.beside} />
            <FieldsPage key={place} control={control} page={page} />
          </>
        )}
      </div>
      <FirstFocus key={`focus ${place}`} body={body} wrong={outcome?.kind === 'wrong'} place={placeOn(state)} />
      <WizardFooter control={control} asks={outcome?.kind === 'ask'} />
    </section>
  );
}

/** Keys pressed in a panel are no keys of the sheet. */
function keep(event: KeyboardEvent): void {
  event.stopPropagation();
}
