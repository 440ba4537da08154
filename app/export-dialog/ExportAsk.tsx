import { useState } from 'react';
import { fill, TEXTS } from '../locale/zh-CN.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import type { ExportDialogProps } from './ExportDialog.tsx';
import { cleanFileName } from './file-name.ts';

const texts = TEXTS.export;

/** The question before an export: name and mask; with errors, a word that they are known. */
export function ExportAsk(props: ExportDialogProps & { readonly title: string }) {
  const { people, errors, warnings, masks, leftOut } = props;
  const [fileName, setFileName] = useState(props.fileName);
  const [mask, setMask] = useState(masks[0]?.id ?? '');
  const [known, setKnown] = useState(false);
  const clean = cleanFileName(fileName);
  const wrong = clean === '' ? texts.fileNameNeed : clean === withEnding(fileName) ? undefined : texts.fileNameHint;
  const ready = wrong === undefined && (errors === 0 || known);
  return (
    <Dialog
      title={props.title}
      width="medium"
      onClose={props.onClose}
      footer={
        <>
          <button type="button" className="mc-button" onClick={props.onClose}>
            {TEXTS.dialog.cancel}
          </button>
          {errors > 0 && (
            <button type="button" className="mc-button" data-autofocus onClick={props.onShowProblems}>
              {texts.show}
            </button>
          )}
          <button
            type="submit"
            form="mc-export"
            className="mc-button mc-primary"
            disabled={!ready}
            data-autofocus={errors === 0 ? true : undefined}
          >
            {texts.go}
          </button>
        </>
      }
    >
      <form
        id="mc-export"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) props.onExport({ mask, fileName: clean });
        }}
      >
        <p className="mc-export-sum">
          <span>{fill(props.lines ? texts.lines : texts.people, { n: people })}</span>
          <span className={errors > 0 ? 'mc-count-error' : 'mc-count-good'}>
            {errors > 0 ? fill(texts.errors, { n: errors }) : texts.clean}
          </span>
          {warnings > 0 && <span className="mc-count-warning">{fill(texts.warnings, { n: warnings })}</span>}
        </p>
        {errors > 0 && (
          <div className="mc-notice mc-notice-error">
            <p>{fill(texts.askBody, { n: errors })}</p>
            <label>
              <input type="checkbox" checked={known} onChange={(event) => setKnown(event.currentTarget.checked)} />
              {texts.askCheck}
            </label>
          </div>
        )}
        <Field id="mc-export-name" label={texts.fileName} {...(wrong === undefined ? {} : { problem: wrong })}>
          {(control) => (
            <input
              {...control}
              spellCheck={false}
              value={fileName}
              onChange={(event) => setFileName(event.currentTarget.value)}
            />
          )}
        </Field>
        {masks.length > 1 && (
          <fieldset className="mc-field mc-masks">
            <legend>{texts.mask}</legend>
            {masks.map(({ id, label, example }) => (
              <label key={id}>
                <input type="radio" name="mask" checked={mask === id} onChange={() => setMask(id)} />
                <span>
                  {label}
                  {example && <small>{fill(texts.example, { example })}</small>}
                </span>
              </label>
            ))}
          </fieldset>
        )}
        {leftOut.length > 0 && (
          <div className="mc-notice">
            <p>{texts.leftOut}</p>
            <ul>
              {leftOut.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </div>
        )}
      </form>
    </Dialog>
  );
}

/** What the name means before it is cleaned. */
function withEnding(text: string): string {
  return /\.xlsx$/iu.test(text) ? text.replace(/\.xlsx$/iu, '.xlsx') : `${text}.xlsx`;
}
