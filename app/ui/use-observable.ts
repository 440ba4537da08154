import { useSyncExternalStore } from 'react';

/** A value with listeners, such as the saver's status or a lock's. */
export interface Observed<T> {
  readonly get: () => T;
  readonly subscribe: (listener: (value: T) => void) => () => void;
}

/** The present value; the component follows it. */
export function useObservable<T>(observed: Observed<T>): T {
  return useSyncExternalStore(observed.subscribe, observed.get);
}
