import { useDependency } from '@univerjs/ui';
import { useRef, useState } from 'react';
import { type Notice, noticeText } from '../../records/wizard/notice.ts';
import { noticeWorkbook } from '../../xlsx/notice/notice-workbook.ts';
import { WIZARD } from './locale.zh-CN.ts';
import { WizardService } from './wizard.service.ts';

const text = WIZARD.notice;

export interface NoticeResultProps {
  readonly wizard: string;
  readonly notice: Notice;
  readonly onDone: () => void;
}

/** A notice that was made: its text to be copied, its workbook to be saved. */
export function NoticeResult({ wizard, notice, onDone }: NoticeResultProps) {
  const wizards = useDependency(WizardService);
  const box = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<string>('');
  const plain = noticeText(notice);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(plain);
      setCopied(text.copied);
    } catch {
      // Pages that were not served securely may not write to the clipboard.
      box.current?.select();
      setCopied(text.copyFailed);
    }
  };
  const save = async (): Promise<void> => {
    const bytes = await noticeWorkbook({ ...notice, name: text.sheet });
    wizards.save({ name: notice.fileName, bytes, template: wizard, rows: notice.rows.length });
  };
  return (
    <div className="mingce-wizard-notice">
      <h3>{text.title}</h3>
      <p className="mingce-hint">{text.hint}</p>
      <textarea ref={box} className="mingce-wizard-input" aria-label={text.text} readOnly value={plain} rows={16} />
      <div className="mingce-wizard-foot">
        <button type="button" className="mingce-wizard-button" onClick={() => void copy()}>
          {text.copy}
        </button>
        <button type="button" className="mingce-wizard-button" onClick={() => void save()}>
          {text.file}
        </button>
        <button type="button" className="mingce-wizard-button mingce-wizard-primary" onClick={onDone}>
          {text.done}
        </button>
      </div>
      <p className="mingce-hint" role="status">
        {copied}
      </p>
    </div>
  );
}
