import { useRef, useState } from 'react';
import { TEXTS } from '../locale/zh-CN.ts';
import { ProjectList } from './ProjectList.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { StartCard } from './StartCard.tsx';
import type { HomeActions, HomeProject } from './types.ts';

export interface HomeProps extends HomeActions {
  /** The last saved first; null while they are being read. */
  readonly projects: readonly HomeProject[] | null;
  /** Why the list could not be read, as a sentence. */
  readonly failure?: string;
  /** Something is being opened: the id of a project, `sample` or `file`. */
  readonly opening?: string | null;
  /** For 今天 and 昨天; the present moment without it. */
  readonly now?: Date;
}

/** The first screen: three ways to begin, and what was begun before. */
export function Home(props: HomeProps) {
  const { projects, failure, opening = null, now = new Date() } = props;
  const picker = useRef<HTMLInputElement>(null);
  const [removing, setRemoving] = useState<HomeProject | null>(null);
  const busy = opening !== null;
  return (
    <main className="mc-home">
      <header className="mc-home-head">
        <Seal />
        <div>
          <h1>
            {TEXTS.app.name} <span lang="en">{TEXTS.app.latin}</span>
          </h1>
          <p>{TEXTS.app.tagline}</p>
        </div>
      </header>
      <div className="mc-home-body">
        <section className="mc-start" aria-labelledby="mc-start">
          <h2 id="mc-start">{TEXTS.home.start}</h2>
          <StartCard
            icon="new"
            title={TEXTS.home.new}
            hint={TEXTS.home.newHint}
            disabled={busy}
            onClick={props.onNew}
          />
          <StartCard
            icon="open"
            title={TEXTS.home.open}
            hint={opening === 'file' ? TEXTS.home.opening : TEXTS.home.openHint}
            disabled={busy}
            onClick={() => picker.current?.click()}
          />
          <StartCard
            icon="sample"
            title={TEXTS.home.sample}
            hint={opening === 'sample' ? TEXTS.home.opening : TEXTS.home.sampleHint}
            disabled={busy}
            onClick={props.onSample}
          />
          <input
            ref={picker}
            type="file"
            hidden
            multiple
            aria-label={TEXTS.home.open}
            // No `accept`: people's files carry all sorts of endings, and what is wrong with one is said after reading it.
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              // The same file chosen again is a change, too.
              event.currentTarget.value = '';
              if (files.length > 0) props.onOpenFiles(files);
            }}
          />
        </section>
        <section className="mc-resume" aria-labelledby="mc-resume">
          <h2 id="mc-resume">{TEXTS.home.resume}</h2>
          <ProjectList
            projects={projects}
            {...(failure === undefined ? {} : { failure })}
            opening={opening}
            now={now}
            onOpen={props.onOpen}
            onSaveData={props.onSaveData}
            onRemove={setRemoving}
          />
        </section>
      </div>
      <p className="mc-home-foot">{TEXTS.home.local}</p>
      {removing && (
        <RemoveDialog
          project={removing}
          onSaveData={() => props.onSaveData(removing.id)}
          onRemove={async () => {
            await props.onRemove(removing.id);
            setRemoving(null);
          }}
          onCancel={() => setRemoving(null)}
        />
      )}
    </main>
  );
}

function Seal() {
  return (
    <svg className="mc-seal" viewBox="0 0 40 40" aria-hidden="true">
      <rect x="1" y="1" width="38" height="38" rx="8" />
      <path d="M9.500 9.500h21v21h-21zM9.500 16.500h21M9.500 23.500h21M17 16.500v14" />
    </svg>
  );
}
