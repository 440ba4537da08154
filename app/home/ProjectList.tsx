import { useState } from 'react';
import { fill, TEXTS } from '../locale/zh-CN.ts';
import { ProjectRow } from './ProjectRow.tsx';
import type { HomeActions, HomeProject } from './types.ts';

/** From this many on, a field to look for one is shown. */
const SEARCH_FROM = 8;

export interface ProjectListProps extends Pick<HomeActions, 'onOpen' | 'onSaveData'> {
  readonly projects: readonly HomeProject[] | null;
  readonly failure?: string;
  readonly opening: string | null;
  readonly now: Date;
  readonly onRemove: (project: HomeProject) => void;
}

/** The stored projects as a table; says so while they are read, when there are none, and when they cannot be read. */
export function ProjectList({ projects, failure, ...row }: ProjectListProps) {
  const [query, setQuery] = useState('');
  if (failure !== undefined) {
    return (
      <div className="mc-empty mc-empty-error" role="alert">
        <strong>{TEXTS.home.failed}</strong>
        <p>{failure}</p>
      </div>
    );
  }
  if (projects === null) return <p className="mc-empty">{TEXTS.home.loading}</p>;
  if (projects.length === 0) {
    return (
      <div className="mc-empty">
        <strong>{TEXTS.home.empty}</strong>
        <p>{TEXTS.home.emptyHint}</p>
      </div>
    );
  }
  const wanted = query.trim();
  const shown = wanted === '' ? projects : projects.filter(({ unit, county }) => `${county}${unit}`.includes(wanted));
  const { columns } = TEXTS.home;
  return (
    <>
      {projects.length >= SEARCH_FROM && (
        <input
          type="search"
          className="mc-input mc-search"
          placeholder={TEXTS.home.search}
          aria-label={TEXTS.home.search}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      )}
      {shown.length === 0 ? (
        <p className="mc-empty">{fill(TEXTS.home.none, { query: wanted })}</p>
      ) : (
        <div className="mc-table-frame">
          <table className="mc-table">
            <thead>
              <tr>
                <th scope="col">{columns.unit}</th>
                <th scope="col">{columns.county}</th>
                <th scope="col" className="mc-right">
                  {columns.people}
                </th>
                <th scope="col">{columns.saved}</th>
                <th scope="col">
                  <span className="mc-hidden">{columns.actions}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((project) => (
                <ProjectRow key={project.id} project={project} {...row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
