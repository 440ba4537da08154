import { useCallback, useEffect, useState } from 'react';
import { localDay } from '../../formulas/calendar.ts';
import { newId } from '../../records/new-id.ts';
import { takePhotosOut } from '../../records/photo/data-file.ts';
import type { ProjectJson, Settings } from '../../records/types.ts';
import type { Parameter } from '../../sheets-templates/schema.ts';
import { ERROR_TEXTS } from '../../storage/locale/zh-CN.ts';
import { openProject } from '../../storage/open-project.ts';
import { askPersistence } from '../../storage/persist.ts';
import type { Storage } from '../../storage/storage.ts';
import { receivedKind } from '../../xlsx/read/received-kind.ts';
import { DropOverlay } from '../home/DropOverlay.tsx';
import { Home } from '../home/Home.tsx';
import { NewProject } from '../home/NewProject.tsx';
import type { ListedVillage } from '../home/parse-village-list.ts';
import { useFileDrop } from '../home/use-file-drop.ts';
import { SHELL } from '../locale/shell-zh-CN.ts';
import { fill } from '../locale/zh-CN.ts';
import { saveDataFile } from '../session/data-file.ts';
import { projectFrom, type WorkbookFacts, workbookFacts } from '../session/from-workbook.ts';
import { photoKeeper } from '../session/photo-keeper.ts';
import { fetchSample } from '../session/sample.ts';
import { JSON_TYPE, saveFile } from '../session/save-file.ts';
import type { Session, SessionAnswer } from '../session/session.ts';
import { useProjects } from '../session/use-projects.ts';
import { ErrorDialog, type ErrorDialogProps } from '../ui/ErrorDialog.tsx';
import { Toasts } from '../ui/Toasts.tsx';
import { useToasts } from '../ui/use-toasts.ts';
import { prepareSpare } from '../workspace/spare-sheet.ts';
import { fetchProjectParts, type ProjectParts } from './fetch-project-parts.ts';
import { projectInHash, putInHash } from './hash.ts';

/** The pack that a new project is made with. */
const PACK_ID = 'village-reserve-cadres';

/** An open project, and what works on it. */
interface Opened {
  readonly session: Session;
  readonly parts: ProjectParts;
}

interface Making {
  readonly parameters: readonly Parameter[];
  readonly facts: WorkbookFacts | null;
  readonly fileName: string;
}

/** The page: the first screen, or the open project. */
export function App({ storage }: { readonly storage: Storage }) {
  const toasts = useToasts();
  const { projects, failure, refresh } = useProjects(storage);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [opening, setOpening] = useState<string | null>(null);
  const [making, setMaking] = useState<Making | null>(null);
  const [trouble, setTrouble] = useState<Omit<ErrorDialogProps, 'onClose'> | null>(null);
  const [received, setReceived] = useState<readonly File[]>([]);
  const { show } = toasts;

  const partsOrSay = useCallback(async (): Promise<ProjectParts | null> => {
    try {
      return await fetchProjectParts();
    } catch (error) {
      console.error(error);
      show({ kind: 'error', text: SHELL.session.partsFailed });
      return null;
    }
  }, [show]);
  const saveRaw = useCallback(
    async (id: string): Promise<boolean> => {
      const raw = await storage.raw(id);
      if (raw.ok) saveFile(fill(SHELL.session.rawName, { name: id }), raw.parts, JSON_TYPE);
      else show({ kind: 'error', text: ERROR_TEXTS[raw.error.code].title });
      return raw.ok;
    },
    [storage, show],
  );
  const enter = useCallback(
    (id: string, answer: SessionAnswer, parts: ProjectParts): void => {
      if (answer.ok) {
        setOpened({ session: answer.session, parts });
        putInHash(id);
        void askPersistence(storage);
        return;
      }
      putInHash(null);
      if (answer.error === 'unreadable') {
        setTrouble({
          title: SHELL.session.unreadableTitle,
          what: SHELL.session.unreadable,
          remedy: SHELL.session.unreadableRemedy,
          actions: [{ label: SHELL.session.exportRaw, onClick: () => void saveRaw(id), primary: true }],
        });
      } else setTrouble({ title: ERROR_TEXTS[answer.error].title, what: ERROR_TEXTS[answer.error].remedy });
    },
    [storage, saveRaw],
  );
  const open = useCallback(
    async (id: string): Promise<void> => {
      setOpening(id);
      prepareSpare();
      const reading = openProject(storage, id);
      const parts = await partsOrSay();
      if (parts) enter(id, await parts.openSession(storage, reading), parts);
      else void reading.then((answer) => answer.ok && answer.lock.release());
      setOpening(null);
    },
    [storage, enter, partsOrSay],
  );
  /** Stores a new project and opens it; the sentence when it could not be stored. */
  const create = useCallback(
    async (json: ProjectJson): Promise<string | undefined> => {
      const { json: records, photos } = await takePhotosOut(json);
      const answer = await storage.create(records, undefined, photos);
      if (!answer.ok) return ERROR_TEXTS[answer.error.code].title;
      await open(answer.id);
      return undefined;
    },
    [storage, open],
  );
  const leave = useCallback(async (): Promise<void> => {
    if (opened) {
      setOpened(null);
      setReceived([]);
      await opened.parts.closeSession(opened.session);
    }
    putInHash(null);
    await refresh();
  }, [opened, refresh]);

  useEffect(() => {
    const id = projectInHash();
    if (id) void open(id);
  }, [open]);

  const openFile = async (file: File): Promise<void> => {
    setOpening('file');
    const parts = await partsOrSay();
    const read = await parts?.readFile(file, localDay());
    setOpening(null);
    if (!parts || !read) return;
    if (read.kind === 'refused') {
      setTrouble({ title: SHELL.file.title, what: read.what, where: file.name, remedy: SHELL.file.unchanged });
      return;
    }
    if (read.kind === 'project') {
      await leave();
      const failed = await create(withIds(read.project));
      if (failed) show({ kind: 'error', text: failed });
      return;
    }
    const { pack } = await parts.loadPack(PACK_ID);
    setMaking({ parameters: pack.parameters, facts: workbookFacts(read.checked), fileName: read.name });
  };
  const startNew = async (): Promise<void> => {
    const loaded = await (await partsOrSay())?.loadPack(PACK_ID);
    if (loaded) setMaking({ parameters: loaded.pack.parameters, facts: null, fileName: '' });
  };
  const openFiles = (files: readonly File[]): void => {
    const [first] = files;
    if (!first) return;
    // An archive is for merging, whatever is in it.
    if (opened && (files.length > 1 || receivedKind(first.name) === 'archive')) {
      setReceived(files);
      return;
    }
    if (files.length > 1) show({ kind: 'info', text: fill(SHELL.file.several, { name: first.name }) });
    if (!opened) {
      void openFile(first);
      return;
    }
    setTrouble({
      title: SHELL.replace.title,
      what: fill(SHELL.replace.what, { name: first.name }),
      actions: [
        {
          label: SHELL.replace.go,
          primary: true,
          onClick: () => {
            setTrouble(null);
            void openFile(first);
          },
        },
        {
          label: SHELL.replace.merge,
          onClick: () => {
            setTrouble(null);
            setReceived([first]);
          },
        },
      ],
    });
  };
  const dragging = useFileDrop(openFiles, making === null && trouble === null);

  const make = async (settings: Settings, villages: readonly ListedVillage[]): Promise<void> => {
    const { facts, fileName } = making ?? { facts: null, fileName: '' };
    await leave();
    const failed = await create(projectFrom(PACK_ID, settings, villages, facts?.people ?? [], newId));
    if (failed) {
      show({ kind: 'error', text: failed });
      return;
    }
    setMaking(null);
    if (!facts) return;
    show({ kind: 'done', text: fill(SHELL.file.readIn, { name: fileName, n: facts.rows }) });
    if (facts.leftOut > 0) show({ kind: 'info', text: fill(SHELL.file.leftOut, { n: facts.leftOut }) });
  };

  return (
    <>
      {opened ? (
        <opened.parts.Workspace
          key={opened.session.opened.loaded.id}
          storage={storage}
          session={opened.session}
          toasts={toasts}
          received={received}
          onHome={() => void leave()}
          onReopen={() => {
            const { id } = opened.session.opened.loaded;
            void leave().then(() => open(id));
          }}
          onTakeOver={async () => {
            const { parts, session } = opened;
            enter(session.opened.loaded.id, await parts.takeOver(storage, session), parts);
          }}
        />
      ) : (
        <Home
          projects={projects}
          {...(failure === undefined ? {} : { failure })}
          opening={opening}
          onNew={() => void startNew()}
          onOpenFiles={openFiles}
          onSample={async () => {
            setOpening('sample');
            const failed = await create(await fetchSample());
            if (failed) show({ kind: 'error', text: failed });
            setOpening(null);
          }}
          onOpen={(id) => void open(id)}
          onSaveData={async (id) => {
            const answer = await storage.load(id);
            if (!answer.ok || answer.damaged.length > 0) return saveRaw(id);
            const missing = await saveDataFile(`${answer.meta.name}.json`, answer.project, photoKeeper(storage, id));
            if (missing) show({ kind: 'warning', text: missing });
            return true;
          }}
          onRemove={async (id) => {
            const answer = await storage.remove(id);
            if (!answer.ok) show({ kind: 'error', text: ERROR_TEXTS[answer.error.code].title });
            await refresh();
          }}
        />
      )}
      {making && (
        <NewProject
          parameters={making.parameters}
          today={localDay()}
          initial={making.facts ? { unit: making.facts.unit, villages: making.facts.villages } : {}}
          onCreate={({ settings, villages }) => void make(settings, villages)}
          onCancel={() => setMaking(null)}
        />
      )}
      {trouble && <ErrorDialog {...trouble} onClose={() => setTrouble(null)} />}
      <DropOverlay visible={dragging} />
      <Toasts toasts={toasts.toasts} onDismiss={toasts.dismiss} />
    </>
  );
}

/** A 数据文件 may leave ids out; the database does not. */
function withIds(project: ProjectJson): ProjectJson {
  const records = Object.entries(project.records).map(([entity, list]) => [
    entity,
    list.map((record) => ({ ...record, id: record.id ?? newId() })),
  ]);
  return { ...project, records: Object.fromEntries(records) };
}
