import { fill, TEXTS } from '../locale/zh-CN.ts';
import { dayTime } from '../status/clock-time.ts';
import type { ProjectListProps } from './ProjectList.tsx';
import type { HomeProject } from './types.ts';

export interface ProjectRowProps
  extends Pick<ProjectListProps, 'opening' | 'now' | 'onOpen' | 'onSaveData' | 'onRemove'> {
  readonly project: HomeProject;
}

/** One stored project: its name opens it, the two buttons save and remove it. */
export function ProjectRow({ project, opening, now, onOpen, onSaveData, onRemove }: ProjectRowProps) {
  const { id, county, people, savedAt, state } = project;
  const name = project.unit || TEXTS.home.unnamed;
  const busy = opening !== null;
  return (
    <tr>
      <td>
        <button
          type="button"
          className="mc-project"
          disabled={busy}
          title={name}
          aria-label={fill(TEXTS.home.continue, { name })}
          onClick={() => onOpen(id)}
        >
          <span className="mc-project-name">{name}</span>
          {opening === id && <span className="mc-badge">{TEXTS.home.opening}</span>}
          {state === 'damaged' && <span className="mc-badge mc-badge-error">{TEXTS.home.damaged}</span>}
          {state === 'elsewhere' && <span className="mc-badge">{TEXTS.home.elsewhere}</span>}
        </button>
      </td>
      <td className="mc-cut" title={county}>
        {county}
      </td>
      <td className="mc-right">{people === null ? '—' : fill(TEXTS.home.people, { n: people })}</td>
      <td className="mc-nowrap">{savedAt ? dayTime(savedAt, now) : '—'}</td>
      <td className="mc-nowrap mc-right">
        <button
          type="button"
          className="mc-link"
          disabled={busy}
          aria-label={fill(TEXTS.home.downloadOf, { name })}
          onClick={() => void onSaveData(id)}
        >
          {TEXTS.home.download}
        </button>
        <button
          type="button"
          className="mc-link mc-link-danger"
          disabled={busy}
          aria-label={fill(TEXTS.home.removeOf, { name })}
          onClick={() => onRemove(project)}
        >
          {TEXTS.home.remove}
        </button>
      </td>
    </tr>
  );
}
