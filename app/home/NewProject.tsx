import type { Settings } from '../../records/types.ts';
import type { Parameter } from '../../sheets-templates/schema.ts';
import { TEXTS } from '../locale/zh-CN.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { PROJECT_FORM, type ProjectFacts, ProjectForm } from './ProjectForm.tsx';

export interface NewProjectProps {
  /** The pack's parameters; those with fields of their own (county, unit, level, asOf) may be among them. */
  readonly parameters: readonly Parameter[];
  /** `2017-11-30`; the reference date to begin with. */
  readonly today: string;
  /** What was typed the last time, to begin with. */
  readonly initial?: {
    readonly county?: string;
    readonly unit?: string;
    readonly level?: Settings['level'];
    /** The list of villages as text, one a line. */
    readonly villages?: string;
  };
  readonly busy?: boolean;
  /** Why it could not be made, as a sentence. */
  readonly failure?: string;
  readonly onCreate: (made: ProjectFacts) => void;
  readonly onCancel: () => void;
}

const texts = TEXTS.create;

/** The dialog that makes a project. */
export function NewProject({
  parameters,
  today,
  initial = {},
  busy = false,
  failure,
  onCreate,
  onCancel,
}: NewProjectProps) {
  const { level = 'township', county = '', unit = '', villages = '' } = initial;
  return (
    <Dialog
      title={texts.title}
      width="large"
      onClose={onCancel}
      footer={
        <>
          {failure !== undefined && (
            <span className="mc-problem" role="alert">
              {failure}
            </span>
          )}
          <button type="button" className="mc-button" onClick={onCancel}>
            {TEXTS.dialog.cancel}
          </button>
          <button type="submit" form={PROJECT_FORM} className="mc-button mc-primary" disabled={busy}>
            {busy ? texts.busy : texts.go}
          </button>
        </>
      }
    >
      <ProjectForm
        parameters={parameters}
        initial={{ level, county, unit, asOf: today, parameters: {} }}
        villages={villages}
        asOfHint={texts.asOfHint}
        onSubmit={(made) => {
          if (!busy) onCreate(made);
        }}
      />
    </Dialog>
  );
}
