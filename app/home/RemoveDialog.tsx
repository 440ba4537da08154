import { useState } from 'react';
import { fill, TEXTS } from '../locale/zh-CN.ts';
import { Dialog } from '../ui/Dialog.tsx';
import type { HomeProject } from './types.ts';

export interface RemoveDialogProps {
  readonly project: HomeProject;
  readonly onSaveData: () => Promise<boolean>;
  readonly onRemove: () => Promise<void>;
  readonly onCancel: () => void;
}

/** Removing for good: offers the 数据文件 first, and wants the word typed. */
export function RemoveDialog({ project, onSaveData, onRemove, onCancel }: RemoveDialogProps) {
  const [word, setWord] = useState('');
  const [saved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const sure = word.trim() === TEXTS.remove.word;
  const name = project.unit || TEXTS.home.unnamed;
  const remove = async (): Promise<void> => {
    setBusy(true);
    try {
      await onRemove();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={TEXTS.remove.title}
      role="alertdialog"
      onClose={onCancel}
      footer={
        <>
          <button type="button" className="mc-button" onClick={onCancel}>
            {TEXTS.dialog.cancel}
          </button>
          <button type="submit" form="mc-remove" className="mc-button mc-danger" disabled={!sure || busy}>
            {busy ? TEXTS.remove.busy : TEXTS.remove.go}
          </button>
        </>
      }
    >
      <p>
        {project.people === null
          ? fill(TEXTS.remove.bodyUnknown, { name })
          : fill(TEXTS.remove.body, { name, people: project.people })}
      </p>
      <p className="mc-row">
        <span>{saved ? TEXTS.remove.saved : TEXTS.remove.saveFirst}</span>
        <button type="button" className="mc-button" onClick={() => void onSaveData().then(setSaved)}>
          {TEXTS.home.download}
        </button>
      </p>
      <form
        id="mc-remove"
        className="mc-field"
        onSubmit={(event) => {
          event.preventDefault();
          if (sure && !busy) void remove();
        }}
      >
        <label htmlFor="mc-remove-word">{TEXTS.remove.confirm}</label>
        <input
          id="mc-remove-word"
          className="mc-input"
          data-autofocus
          autoComplete="off"
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  );
}
