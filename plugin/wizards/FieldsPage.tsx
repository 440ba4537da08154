import type { Issue } from '../../records/types.ts';
import type { AskedDraft, WizardPage } from '../../records/wizard/wizard-run.ts';
import { FieldInput } from './FieldInput.tsx';
import { IssueLines } from './IssueLines.tsx';
import { WIZARD } from './locale.zh-CN.ts';
import type { WizardControl } from './use-wizard.ts';

export interface FieldsPageProps {
  readonly control: WizardControl;
  readonly page: WizardPage;
}

/** The fields of a step: one record, or the lines of a section. */
export function FieldsPage({ control, page }: FieldsPageProps) {
  const { run, state } = control;
  const lines = page.step.ask === 'lines';
  const marksBlank = run.definition.people === 'one';
  const showsAll = control.outcome?.kind === 'ask' || control.outcome?.kind === 'wrong';
  const type = ({ draft }: AskedDraft, field: string, text: string): void =>
    control.set(run.type(state, draft.slot, field, text));
  const fix = ({ draft, fields }: AskedDraft, issue: Issue): void => {
    const asked = new Set(fields.map(({ spec }) => spec.key));
    const set = issue.fix?.patch.flatMap((change) => (change.op === 'update' ? Object.entries(change.set) : [])) ?? [];
    control.set(
      set.reduce(
        (now, [field, value]) =>
          typeof value === 'string' && (asked.has(field) || field === issue.field)
            ? run.type(now, draft.slot, field, value)
            : now,
        state,
      ),
    );
  };
  return (
    <>
      {page.drafts.map((asked, at) => {
        const { slot } = asked.draft;
        const fields = asked.fields.map((field) => (
          <FieldInput
            key={field.ask.field}
            asked={field}
            marksBlank={marksBlank}
            showsAll={showsAll}
            asOf={String(run.store.settings['asOf'] ?? '')}
            readOnly={control.readOnly}
            onType={(text) => type(asked, field.ask.field, text)}
            onFix={(issue) => fix(asked, issue)}
          />
        ));
        if (!lines) {
          return (
            <div key={slot.key} className="mingce-wizard-fields">
              {fields}
              {run.definition.people === 'new' && (
                <IssueLines
                  issues={asked.others.filter(({ severity }) => severity === 'error')}
                  onFix={(issue) => fix(asked, issue)}
                />
              )}
            </div>
          );
        }
        return (
          <fieldset key={slot.key} className="mingce-wizard-line">
            <legend>{slot.label || WIZARD.line(at + 1)}</legend>
            {fields}
            {slot.added && (
              <button type="button" className="mingce-kind" onClick={() => control.set(run.dropLine(state, slot))}>
                {WIZARD.dropLine}
              </button>
            )}
          </fieldset>
        );
      })}
      {lines && page.step.more && page.person !== null && (
        <button type="button" className="mingce-wizard-add" onClick={() => control.set(run.addLine(state))}>
          {WIZARD.addLine}
        </button>
      )}
    </>
  );
}
