import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { TEXTS } from '../locale/zh-CN.ts';

export interface DialogProps {
  readonly title: string;
  /** Escape and the cross; left out, the dialog must be answered by its buttons. */
  readonly onClose?: () => void;
  readonly footer?: ReactNode;
  readonly width?: 'small' | 'medium' | 'large';
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
}

/**
 * A modal dialog on the browser's own `<dialog>`: focus stays inside and goes back to where it was. It begins at the
 * element marked `data-autofocus`, else at the first.
 */
export function Dialog({ title, onClose, footer, width = 'small', role = 'dialog', children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // While it still stands on the page: taken away first, it gives the focus back to nobody.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) {
      dialog.showModal();
      // React sets the focus before the dialog is shown, and the browser then gives it to the first button.
      dialog.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    }
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={`mc-dialog mc-dialog-${width}`}
      aria-labelledby={titleId}
      role={role}
      onCancel={(event) => {
        // The parent decides: unmounting closes it, so that no dialog is closed that the state says is open.
        event.preventDefault();
        onClose?.();
      }}
      onClose={(event) => {
        // A second Escape closes it whatever was answered to the first.
        if (event.currentTarget.open) return;
        if (onClose) onClose();
        else event.currentTarget.showModal();
      }}
    >
      <header className="mc-dialog-head">
        <h2 id={titleId}>{title}</h2>
        {onClose && (
          <button type="button" className="mc-icon-button" aria-label={TEXTS.dialog.close} onClick={onClose}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4 4l8 8M12 4l-8 8" />
            </svg>
          </button>
        )}
      </header>
      <div className="mc-dialog-body">{children}</div>
      {footer && <footer className="mc-dialog-foot">{footer}</footer>}
    </dialog>
  );
}
