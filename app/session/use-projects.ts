import { useCallback, useEffect, useState } from 'react';
import { ERROR_TEXTS } from '../../storage/locale/zh-CN.ts';
import type { Storage } from '../../storage/storage.ts';
import type { ProjectListing } from '../../storage/types.ts';
import type { HomeProject } from '../home/types.ts';

/** The stored projects for the first screen, read anew by `refresh`. */
export function useProjects(storage: Storage): {
  readonly projects: readonly HomeProject[] | null;
  readonly failure: string | undefined;
  readonly refresh: () => Promise<void>;
} {
  const [projects, setProjects] = useState<readonly HomeProject[] | null>(null);
  const [failure, setFailure] = useState<string>();
  const refresh = useCallback(async () => {
    const answer = await storage.list();
    if (answer.ok) setProjects(answer.projects.map(toHome));
    setFailure(answer.ok ? undefined : ERROR_TEXTS[answer.error.code].title);
    if (!answer.ok) setProjects((now) => now ?? []);
  }, [storage]);
  useEffect(() => {
    void refresh();
  }, [refresh]);
  return { projects, failure, refresh };
}

function toHome({ id, meta }: ProjectListing): HomeProject {
  if (!meta) return { id, unit: '', county: '', people: null, savedAt: null, state: 'damaged' };
  const { county, unit } = meta.settings;
  return { id, unit, county, people: meta.counts['person'] ?? 0, savedAt: new Date(meta.updatedAt), state: 'ok' };
}
