import { useCallback, useEffect, useRef, useState } from 'react';

export interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'info' | 'warning' | 'error';
  readonly text: string;
  readonly action?: { readonly label: string; readonly onClick: () => void };
}

export interface ToastControl {
  readonly toasts: readonly Toast[];
  /** Shows a message; errors stay, the others go by themselves. */
  readonly show: (toast: Omit<Toast, 'id'>) => void;
  readonly dismiss: (id: number) => void;
}

/** Milliseconds that a message stands: long enough to read it, longer with a button. */
const STANDS = 6_000;
const STANDS_WITH_ACTION = 12_000;
/** More at once than this hide the sheet: the oldest go. */
const MOST = 4;

/** Keeps the messages of the page; hand the result to `Toasts`. */
export function useToasts(): ToastControl {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(1);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running) clearTimeout(timer);
    };
  }, []);
  const dismiss = useCallback((id: number) => setToasts((now) => now.filter((toast) => toast.id !== id)), []);
  const show = useCallback(
    (toast: Omit<Toast, 'id'>) => {
      const id = next.current++;
      setToasts((now) => [...now.slice(1 - MOST), { ...toast, id }]);
      if (toast.kind === 'error') return;
      const timer = setTimeout(
        () => {
          timers.current.delete(timer);
          dismiss(id);
        },
        toast.action ? STANDS_WITH_ACTION : STANDS,
      );
      timers.current.add(timer);
    },
    [dismiss],
  );
  return { toasts, show, dismiss };
}
