import { useState } from 'react';
import { fill, TEXTS } from '../locale/zh-CN.ts';

export type ReadOnlyReason = 'elsewhere' | 'taken-over' | 'damaged' | 'outdated' | 'conflict' | 'missing';

export interface ReadOnlyBannerProps {
  readonly reason: ReadOnlyReason;
  /** How many rows could not be read. */
  readonly damaged?: number;
  /** Edits of this tab that are not stored. */
  readonly pending?: number;
  readonly onTakeOver?: () => Promise<void>;
  readonly onExportRaw?: () => void;
  readonly onExportData?: () => void;
  readonly onReload?: () => void;
}

/** Says why nothing can be typed, and what can be done about it. Buttons without a handler are not shown. */
export function ReadOnlyBanner(props: ReadOnlyBannerProps) {
  const { reason, damaged = 0, pending = 0, onTakeOver, onExportRaw, onExportData, onReload } = props;
  const [busy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      await onTakeOver?.();
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={`mc-banner mc-banner-${reason === 'damaged' || pending > 0 ? 'error' : 'info'}`} role="status">
      <span className="mc-banner-text">
        {fill(TEXTS.readOnly[reason], { n: damaged })}
        {pending > 0 && <strong> {fill(TEXTS.readOnly.pending, { n: pending })}</strong>}
      </span>
      {onExportRaw && (
        <button type="button" className="mc-button" onClick={onExportRaw}>
          {TEXTS.readOnly.exportRaw}
        </button>
      )}
      {onExportData && (
        <button type="button" className="mc-button" onClick={onExportData}>
          {TEXTS.readOnly.exportData}
        </button>
      )}
      {onReload && (
        <button type="button" className="mc-button" onClick={onReload}>
          {TEXTS.readOnly.reload}
        </button>
      )}
      {onTakeOver && (
        <button type="button" className="mc-button mc-primary" disabled={busy} onClick={() => void take()}>
          {busy ? TEXTS.readOnly.takingOver : TEXTS.readOnly.takeOver}
        </button>
      )}
    </div>
  );
}
