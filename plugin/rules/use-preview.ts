import { useEffect, useState } from 'react';
import type { Rule } from '../../sheets-templates/schema.ts';
import type { RecordsNow } from '../panels/use-records.ts';

/** What a rule would mark: how many so far, the first of them, and whether everybody has been asked. */
export interface Preview {
  readonly count: number;
  readonly first: readonly string[];
  readonly done: boolean;
}

/** In milliseconds: how long the hand must rest, and how long the sheet may be kept waiting. */
const QUIET = 200;
const SLICE = 8;
const NAMES = 5;

/** Asks every record by a rule that is being written, in slices between which the page goes on. */
export function usePreview(records: RecordsNow, written: Rule | undefined): Preview | undefined {
  const [preview, setPreview] = useState<Preview | undefined>();
  // A draft is a new object at every drawing; only another text is another rule.
  const [rule, setRule] = useState(written);
  if (JSON.stringify(rule) !== JSON.stringify(written)) setRule(written);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const { store } = records;
    const start = (): void => {
      const tried = rule && store.tryRule(rule);
      if (!rule || !tried?.ok) {
        setPreview(undefined);
        return;
      }
      const asks = tried.value;
      const ids = store.ids(rule.entity);
      const first: string[] = [];
      let [at, count] = [0, 0];
      const slice = (): void => {
        const until = performance.now() + SLICE;
        for (; at < ids.length && performance.now() < until; at++) {
          const id = ids[at];
          if (id === undefined || !asks(id)) continue;
          count++;
          if (first.length < NAMES) first.push(id);
        }
        setPreview({ count, first: [...first], done: at >= ids.length });
        if (at < ids.length) timer = setTimeout(slice, 0);
      };
      slice();
    };
    timer = setTimeout(start, QUIET);
    return () => clearTimeout(timer);
  }, [records, rule]);
  return preview;
}
