import { useDeferredValue, useMemo } from 'react';
import type { Workbench } from '../binding/workbench.ts';
import { listProblems, type ProblemFilter, type ProblemView } from './problem-list.ts';
import { useRecords } from './use-records.ts';

const EMPTY: ProblemView = {
  problems: [],
  all: 0,
  unjudged: 0,
  counts: { error: 0, warning: 0, info: 0 },
  rules: new Map(),
  villages: new Map(),
};

/** The filtered problems of a workbook, live: taken anew at most once a frame, after what was typed is drawn. */
export function useProblems(bench: Workbench | undefined, filter: ProblemFilter): ProblemView {
  const records = useDeferredValue(useRecords(bench));
  return useMemo(() => (records ? listProblems(records.store, filter) : EMPTY), [records, filter]);
}
