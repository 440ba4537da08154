import { TEXTS } from '../locale/zh-CN.ts';
import type { Toast } from './use-toasts.ts';

export interface ToastsProps {
  readonly toasts: readonly Toast[];
  readonly onDismiss: (id: number) => void;
}

/** Short messages at the lower edge; errors stay until they are closed. */
export function Toasts({ toasts, onDismiss }: ToastsProps) {
  return (
    <section className="mc-toasts" aria-label={TEXTS.toast.region}>
      {toasts.map(({ id, kind, text, action }) => (
        <div key={id} className={`mc-toast mc-toast-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
          <span>{text}</span>
          {action && (
            <button
              type="button"
              className="mc-toast-action"
              onClick={() => {
                onDismiss(id);
                action.onClick();
              }}
            >
              {action.label}
            </button>
          )}
          <button
            type="button"
            className="mc-icon-button"
            aria-label={TEXTS.toast.dismiss}
            onClick={() => onDismiss(id)}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4 4l8 8M12 4l-8 8" />
            </svg>
          </button>
        </div>
      ))}
    </section>
  );
}
