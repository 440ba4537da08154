import { useCallback, useEffect, useRef, useState } from 'react';

export interface Toast {
  readonly id: number;
  readonly kind: 'done' | 'info' | 'warning' | 'error';
  readonly text: string;
  /** Says when it no longer holds: calls back, once or more, until it is told to stop. */
  readonly until?: (over: () => void) => () => void;
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
  const watched = useRef(new Map<number, () => void>());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const running = timers.current;
    const watching = watched.current;
    return () => {
      for (const timer of running) clearTimeout(timer);
      for (const stop of watching.values()) stop();
    };
  }, []);
  const dismiss = useCallback((id: number) => {
    watched.current.get(id)?.();
    watched.current.delete(id);
    setToasts((now) => now.filter((toast) => toast.id !== id));
  }, []);
  const show = useCallback(
    (toast: Omit<Toast, 'id'>) => {
      const id = next.current++;
      setToasts((now) => [...now.slice(1 - MOST), { ...toast, id }]);
      if (toast.until)
        watched.current.set(
          id,
          toast.until(() => dismiss(id)),
        );
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
