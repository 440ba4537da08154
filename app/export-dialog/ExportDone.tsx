import { useMemo, useRef, useState } from 'react';
import { mailSummary } from '../../xlsx/export/summary.ts';
import { fill, TEXTS } from '../locale/zh-CN.ts';
import { Dialog } from '../ui/Dialog.tsx';
import type { ExportDialogProps } from './ExportDialog.tsx';
import { Remarks } from './Remarks.tsx';
import type { ExportResult } from './types.ts';

const texts = TEXTS.export;

/** What came of the export: the text for the mail, the share sheet where there is one, what was left out. */
export function ExportDone(props: ExportDialogProps & { readonly title: string; readonly result: ExportResult }) {
  const { unit, template, asOf, lines = false, masks, result, onAgain, onClose } = props;
  const box = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const summary = useMemo(() => {
    const { mask, ...facts } = result;
    const counted = lines ? 'lines' : 'people';
    const masked = mask === masks[0]?.label ? {} : { mask };
    return mailSummary({ unit, asOf }, { label: template, counted, ...facts, ...masked });
  }, [unit, template, asOf, lines, masks, result]);
  const shared = result.file ? { files: [result.file], text: summary } : null;
  const copy = async (): Promise<void> => {
    const text = box.current?.value ?? summary;
    try {
      await navigator.clipboard.writeText(text);
      setCopied('yes');
    } catch {
      // No secure context, or forbidden: the old way, and if that fails too the text is selected for Ctrl+C.
      box.current?.select();
      setCopied(document.execCommand('copy') ? 'yes' : 'refused');
    }
  };
  return (
    <Dialog
      title={texts.done}
      width="medium"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="mc-button" onClick={onAgain}>
            {texts.again}
          </button>
          {shared && canShare(shared) && (
            <button
              type="button"
              className="mc-button"
              onClick={() => {
                // Cancelling the share sheet rejects; there is nothing to say about it.
                navigator.share(shared).catch(() => {});
              }}
            >
              {texts.share}
            </button>
          )}
          <button type="button" className="mc-button mc-primary" onClick={onClose}>
            {texts.finish}
          </button>
        </>
      }
    >
      <p className="mc-export-file">{fill(texts.doneBody, { file: result.fileName })}</p>
      {result.leftOut.length > 0 && (
        <div className="mc-notice">
          <p>{texts.leftOut}</p>
          <ul>
            {result.leftOut.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      )}
      <Remarks remarks={result.remarks ?? []} />
      <div className="mc-field">
        <div className="mc-row">
          <label htmlFor="mc-summary">{texts.summary}</label>
          <button type="button" className="mc-button" data-autofocus onClick={() => void copy()}>
            {copied === 'yes' ? texts.copied : texts.copy}
          </button>
        </div>
        <textarea id="mc-summary" ref={box} className="mc-input mc-summary" rows={9} defaultValue={summary} />
        <span className="mc-hint" role="status">
          {copied === 'refused' ? texts.copyFailed : ''}
        </span>
      </div>
      {result.sha256 !== '' && (
        <p className="mc-hash">
          {texts.hash} <code>{result.sha256}</code>
        </p>
      )}
    </Dialog>
  );
}

/** Old browsers and pages without a secure context have no share sheet, whatever the types say. */
function canShare(data: ShareData): boolean {
  return 'canShare' in navigator && navigator.canShare(data);
}
