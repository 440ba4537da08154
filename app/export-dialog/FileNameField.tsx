import { TEXTS } from '../locale/zh-CN.ts';
import { Field } from '../ui/Field.tsx';
import { cleanFileName, withEnding } from './file-name.ts';

const texts = TEXTS.export;

export interface FileNameFieldProps {
  readonly value: string;
  readonly ending?: '.xlsx' | '.zip';
  readonly onChange: (value: string) => void;
}

/** The name of the file to be, and what is wrong with it. */
export function FileNameField({ value, ending = '.xlsx', onChange }: FileNameFieldProps) {
  const wrong = fileNameProblem(value, ending);
  return (
    <Field id="mc-export-name" label={texts.fileName} {...(wrong === undefined ? {} : { problem: wrong })}>
      {(control) => (
        <input
          {...control}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Why a name cannot be a file's, as a sentence. */
export function fileNameProblem(value: string, ending: '.xlsx' | '.zip' = '.xlsx'): string | undefined {
  const clean = cleanFileName(value, ending);
  if (clean === '') return texts.fileNameNeed;
  return clean === withEnding(value, ending) ? undefined : texts.fileNameHint;
}
