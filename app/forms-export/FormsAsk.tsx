import { useMemo, useState } from 'react';
import type { FormBinding } from '../../sheets-templates/form-binding.ts';
import { MAX_SHEETS } from '../../xlsx/form/book-parts.ts';
import { formIssues, formYears } from '../../xlsx/form/form-facts.ts';
import { filePattern } from '../../xlsx/form/names.ts';
import { AskFrame } from '../export-dialog/AskFrame.tsx';
import { FileNameField, fileNameProblem } from '../export-dialog/FileNameField.tsx';
import { cleanFileName } from '../export-dialog/file-name.ts';
import { fill } from '../locale/zh-CN.ts';
import type { Session } from '../session/session.ts';
import { chosenIds, chosenPacking, type FormsChoice, formsFileName, type Standing } from './choice.ts';
import { FORMS_EXPORT as texts } from './locale.zh-CN.ts';
import type { FormPacking } from './make-forms.ts';
import type { FormsRequest } from './run-forms-export.ts';
import { WhoseField } from './WhoseField.tsx';
import type { Everybody } from './whose.ts';

export interface FormsAskProps {
  readonly title: string;
  readonly session: Session;
  readonly binding: FormBinding;
  readonly all: Everybody;
  readonly standing: Standing;
  readonly choice: FormsChoice;
  readonly onChoice: (choice: FormsChoice) => void;
  readonly onExport: (request: FormsRequest) => void;
  readonly onShowProblems: () => void;
  readonly onClose: () => void;
}

/** The question before forms are exported: whose, of which year, in what kind of file, under which name. */
export function FormsAsk(props: FormsAskProps) {
  const { session, binding, all, standing, choice, onChoice } = props;
  const { front } = standing;
  const { loaded, store } = session;
  const { entity } = binding;
  const [known, setKnown] = useState(false);
  const ids = useMemo(() => chosenIds(choice, all, standing), [choice, all, standing]);
  const issues = useMemo(() => formIssues(loaded, binding, store, ids), [loaded, binding, store, ids]);
  const years = useMemo(() => formYears(binding, store), [binding, store]);
  const packing = chosenPacking(choice);
  const ending = packing === 'book' ? '.xlsx' : '.zip';
  const tooMany = ids.length > MAX_SHEETS;
  const nameOf = (id: string | undefined): string =>
    filePattern(binding.fileName, (key) => (id === undefined ? '' : store.text(entity, id, key)));
  const fileName = choice.fileName ?? formsFileName(choice, all, store.settings, binding.sheet, nameOf(front?.person));
  const change = (part: Partial<FormsChoice>): void => {
    // Another choice is another file: its errors are not known yet, its name is its own.
    const { fileName: _typed, ...rest } = choice;
    setKnown(false);
    onChoice({ ...rest, ...part });
  };
  const kind = (own: FormPacking, label: string, example?: string) => (
    <label>
      <input
        type="radio"
        name="packing"
        value={own}
        checked={packing === own}
        disabled={own === 'book' && tooMany}
        onChange={() => change({ packing: own })}
      />
      <span>
        {label}
        {example && <small>{example}</small>}
      </span>
    </label>
  );
  return (
    <AskFrame
      title={props.title}
      sum={fill(texts.people, { n: ids.length })}
      {...issues}
      known={known}
      onKnown={setKnown}
      ready={ids.length > 0 && !(packing === 'book' && tooMany) && fileNameProblem(fileName, ending) === undefined}
      onSubmit={() =>
        props.onExport({
          ids,
          everybody: choice.scope === 'all',
          year: choice.year,
          packing,
          fileName: cleanFileName(fileName, ending),
        })
      }
      onShowProblems={props.onShowProblems}
      onClose={props.onClose}
      before={
        <WhoseField choice={choice} all={all} standing={standing} store={store} entity={entity} onChange={change} />
      }
    >
      {choice.scope !== 'one' && (
        <fieldset className="mc-field mc-masks">
          <legend>{texts.packing}</legend>
          {kind('book', texts.book, tooMany ? fill(texts.tooMany, { most: MAX_SHEETS }) : undefined)}
          {kind('archive', texts.archive, fill(texts.example, { file: nameOf(ids[0]) }))}
        </fieldset>
      )}
      <div className="mc-year-name">
        <div className="mc-field">
          <label htmlFor="mc-export-year">{texts.year}</label>
          <select
            id="mc-export-year"
            className="mc-input"
            value={choice.year}
            onChange={(event) => change({ year: Number(event.currentTarget.value) })}
          >
            {[...new Set([choice.year, ...years])]
              .sort((a, b) => b - a)
              .map((year) => (
                <option key={year} value={year}>
                  {fill(texts.yearOf, { year })}
                </option>
              ))}
          </select>
        </div>
        <FileNameField
          value={fileName}
          ending={ending}
          onChange={(typed) => onChoice({ ...choice, fileName: typed })}
        />
      </div>
    </AskFrame>
  );
}
