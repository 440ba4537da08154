import type { WizardPage } from '../../records/wizard/wizard-run.ts';
import { WIZARD } from './locale.zh-CN.ts';

/** What was said the last time, beside what is being said now. */
export function Beside({ beside }: { readonly beside: WizardPage['beside'] }) {
  if (!beside) return null;
  const said = beside.items.filter(({ text }) => text !== '');
  return (
    <aside className="mingce-wizard-beside" aria-label={beside.label}>
      <b>{beside.label}</b>
      {said.length === 0 ? (
        <p className="mingce-hint">{WIZARD.besideNone}</p>
      ) : (
        <dl>
          {said.map(({ label, text }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </aside>
  );
}
