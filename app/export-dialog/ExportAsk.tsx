import { useState } from 'react';
import { fill, TEXTS } from '../locale/zh-CN.ts';
import { AskFrame } from './AskFrame.tsx';
import type { ExportDialogProps } from './ExportDialog.tsx';
import { FileNameField, fileNameProblem } from './FileNameField.tsx';
import { cleanFileName } from './file-name.ts';

const texts = TEXTS.export;

/** The question before an export: name and mask; with errors, a word that they are known. */
export function ExportAsk(props: ExportDialogProps & { readonly title: string }) {
  const { people, errors, warnings, masks, leftOut } = props;
  const [fileName, setFileName] = useState(props.fileName);
  const [mask, setMask] = useState(masks[0]?.id ?? 'none');
  const [known, setKnown] = useState(false);
  return (
    <AskFrame
      title={props.title}
      sum={fill(props.lines ? texts.lines : texts.people, { n: people })}
      errors={errors}
      warnings={warnings}
      known={known}
      onKnown={setKnown}
      ready={fileNameProblem(fileName) === undefined}
      onSubmit={() => props.onExport({ mask, fileName: cleanFileName(fileName) })}
      onShowProblems={props.onShowProblems}
      onClose={props.onClose}
    >
      <FileNameField value={fileName} onChange={setFileName} />
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
    </AskFrame>
  );
}
