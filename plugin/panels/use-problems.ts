import { useDependency } from '@univerjs/ui';
import { useMemo } from 'react';
import { BindingService } from '../binding/binding.service.ts';
import { listProblems, type ProblemFilter, type ProblemView } from './problem-list.ts';
import { useVersion } from './use-version.ts';

const EMPTY: ProblemView = {
  problems: [],
  all: 0,
  counts: { error: 0, warning: 0, info: 0 },
  rules: new Map(),
  villages: new Map(),
};

/** The filtered problems of the open workbook, live: taken anew at most once a frame, and only while shown. */
export function useProblems(unitId: string | null, filter: ProblemFilter): ProblemView {
  const binding = useDependency(BindingService);
  const version = useVersion(unitId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the records, which change in place
  return useMemo(() => {
    const store = unitId === null ? undefined : binding.bench(unitId)?.store;
    return store ? listProblems(store, filter) : EMPTY;
  }, [binding, unitId, filter, version]);
}
