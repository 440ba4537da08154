import { useEffect, useRef } from 'react';
import { chosenFiles } from './laid-files.ts';
import { MERGE } from './locale.zh-CN.ts';
import { type Received, receivedFiles } from './received-files.ts';

export interface PickFilesProps {
  /** One line instead of the large field, once files are there. */
  readonly small: boolean;
  readonly message?: string;
  readonly onFiles: (received: Received) => void;
}

/** Takes many files or a folder by a dialog; what is dropped anywhere on the page comes here as well. */
export function PickFiles({ small, message, onFiles }: PickFilesProps) {
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  // React knows no such attribute.
  useEffect(() => folder.current?.setAttribute('webkitdirectory', ''), []);
  const take = (input: HTMLInputElement): void => {
    void receivedFiles(chosenFiles(input.files ?? [])).then(onFiles);
    // The same files may be chosen again after they were corrected.
    input.value = '';
  };
  return (
    <section className={`mc-merge-pick${small ? ' mc-merge-pick-small' : ''}`} aria-label={MERGE.drop}>
      <div>
        <strong>{MERGE.drop}</strong>
        <p>{message ?? MERGE.dropHint}</p>
      </div>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        data-merge="files"
        onChange={(event) => take(event.currentTarget)}
      />
      <input ref={folder} type="file" hidden data-merge="folder" onChange={(event) => take(event.currentTarget)} />
      <button type="button" className="mc-button" onClick={() => files.current?.click()}>
        {MERGE.chooseFiles}
      </button>
      <button type="button" className="mc-button" onClick={() => folder.current?.click()}>
        {MERGE.chooseFolder}
      </button>
    </section>
  );
}
