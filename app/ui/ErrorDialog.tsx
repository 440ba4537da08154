import { TEXTS } from '../locale/zh-CN.ts';
import { Dialog } from './Dialog.tsx';

export interface ErrorDialogAction {
  readonly label: string;
  readonly onClick: () => void;
  readonly primary?: boolean;
}

export interface ErrorDialogProps {
  readonly title: string;
  /** What happened. */
  readonly what: string;
  /** File, sheet, cell. */
  readonly where?: string;
  /** What to do now. */
  readonly remedy?: string;
  /** Besides 关闭; the primary one has the focus. */
  readonly actions?: readonly ErrorDialogAction[];
  readonly onClose: () => void;
}

/** A failure that must be read before going on. */
export function ErrorDialog({ title, what, where, remedy, actions = [], onClose }: ErrorDialogProps) {
  const hasPrimary = actions.some((action) => action.primary);
  return (
    <Dialog
      title={title}
      role="alertdialog"
      onClose={onClose}
      footer={
        <>
          <button
            type="button"
            className={hasPrimary ? 'mc-button' : 'mc-button mc-primary'}
            data-autofocus={hasPrimary ? undefined : true}
            onClick={onClose}
          >
            {TEXTS.dialog.close}
          </button>
          {actions.map(({ label, onClick, primary }) => (
            <button
              key={label}
              type="button"
              className={primary ? 'mc-button mc-primary' : 'mc-button'}
              data-autofocus={primary ? true : undefined}
              onClick={onClick}
            >
              {label}
            </button>
          ))}
        </>
      }
    >
      <p className="mc-error-what">{what}</p>
      <dl className="mc-facts">
        {where && (
          <>
            <dt>{TEXTS.dialog.where}</dt>
            <dd>{where}</dd>
          </>
        )}
        {remedy && (
          <>
            <dt>{TEXTS.dialog.remedy}</dt>
            <dd>{remedy}</dd>
          </>
        )}
      </dl>
    </Dialog>
  );
}
