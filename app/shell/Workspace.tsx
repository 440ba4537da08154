import { useCallback, useEffect, useState } from 'react';
import { localDay } from '../../formulas/calendar.ts';
import type { Extras } from '../../plugin/index.ts';
import { ERROR_TEXTS } from '../../storage/locale/zh-CN.ts';
import type { SaverStatus } from '../../storage/saver/status.ts';
import type { Storage } from '../../storage/storage.ts';
import { spliceMessage } from '../../xlsx/export/locale/zh-CN.ts';
import type { Standing } from '../forms-export/choice.ts';
import { FormsFlow } from '../forms-export/FormsFlow.tsx';
import { FORMS_EXPORT } from '../forms-export/locale.zh-CN.ts';
import { SHELL } from '../locale/shell-zh-CN.ts';
import { fill } from '../locale/zh-CN.ts';
import { chosenFiles } from '../merge/laid-files.ts';
import { MERGE } from '../merge/locale.zh-CN.ts';
import { MergePanel } from '../merge/MergePanel.tsx';
import { receivedFiles } from '../merge/received-files.ts';
import { useMerge } from '../merge/use-merge.ts';
import { saveDataFile } from '../session/data-file.ts';
import { saveNotice } from '../session/run-export.ts';
import { JSON_TYPE, saveFile, XLSX_TYPE } from '../session/save-file.ts';
import type { Session } from '../session/session.ts';
import { ProjectSettings } from '../settings/ProjectSettings.tsx';
import { StatusLine } from '../status/StatusLine.tsx';
import { ReadOnlyBanner, type ReadOnlyReason } from '../ui/ReadOnlyBanner.tsx';
import { useObservable } from '../ui/use-observable.ts';
import type { ToastControl } from '../ui/use-toasts.ts';
import type { SheetHandle } from '../workspace/mount-sheet.ts';
import { SheetView } from '../workspace/SheetView.tsx';
import { FORM_ID, TEMPLATE_ID, VIEWS } from '../workspace/template-id.ts';
import { ExportFlow } from './ExportFlow.tsx';
import { TopBar } from './TopBar.tsx';
import { useHabitKeys } from './use-habit-keys.ts';
import { useKeysToSheet } from './use-keys-to-sheet.ts';
import { useTotals } from './use-totals.ts';

export interface WorkspaceProps {
  readonly storage: Storage;
  readonly session: Session;
  readonly toasts: ToastControl;
  readonly onHome: () => void;
  /** Closes the book and opens it again: what its sheets say of the settings is written anew. */
  readonly onReopen: () => void;
  readonly onTakeOver: () => Promise<void>;
  /** Files that were dropped to be merged. */
  readonly received: readonly File[];
}

const NO_EXTRAS = { notes: 0, colours: 0 };

/** An open project: the bar, the sheet, and the line below. */
export function Workspace({ storage, session, toasts, onHome, onReopen, onTakeOver, received }: WorkspaceProps) {
  const { store, saver, opened, photos } = session;
  const totals = useTotals(store);
  const status = useObservable(saver.status);
  const [handle, setHandle] = useState<SheetHandle | null>(null);
  const [exporting, setExporting] = useState<{ readonly templateId: string; readonly extras: Extras } | null>(null);
  const [exportingForms, setExportingForms] = useState<Standing | null>(null);
  const form = session.loaded.templates.get(FORM_ID)?.binding;
  const readOnly = status.state === 'read-only';
  const { show } = toasts;
  const [merging, setMerging] = useState(false);
  const [setting, setSetting] = useState(false);
  const merge = useMerge({
    store,
    loaded: session.loaded,
    photos,
    today: () => localDay(),
    apply: (patch) => handle?.apply(patch),
  });
  const { read } = merge;
  const canMerge = handle !== null && !readOnly;
  useEffect(() => {
    if (received.length === 0 || !canMerge) return;
    setMerging(true);
    void receivedFiles(chosenFiles(received)).then(read);
  }, [received, canMerge, read]);

  useEffect(() => handle?.setReadOnly(readOnly), [handle, readOnly]);
  useEffect(() => {
    const leave = (): void => {
      handle?.flush();
      saver.flushOnLeave();
    };
    const warn = (event: BeforeUnloadEvent): void => {
      // Only when something would really be lost: all else is written on the way out.
      if (saver.status.get().state === 'failed') event.preventDefault();
    };
    addEventListener('pagehide', leave);
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('beforeunload', warn);
    };
  }, [handle, saver]);

  useHabitKeys(handle, saver, show);
  useKeysToSheet(handle);

  const saveData = useCallback(() => {
    const name = fill(SHELL.session.dataName, { name: store.settings.unit, date: stamp(new Date()) });
    void saveDataFile(name, store.toJson(), photos).then((missing) => {
      if (missing) show({ kind: 'warning', text: missing });
    });
  }, [store, photos, show]);
  const saveBook = useCallback(() => {
    const name = fill(SHELL.session.bookName, { name: store.settings.unit, date: stamp(new Date()) });
    const failed = (text: string): void => show({ kind: 'error', text });
    handle?.wholeBook().then(
      (made) => {
        if (made?.ok) saveFile(name, made.value, XLSX_TYPE);
        else failed(made ? spliceMessage(made.error) : SHELL.session.bookFailed);
      },
      () => failed(SHELL.session.bookFailed),
    );
  }, [handle, store, show]);
  const saveRaw = useCallback(async () => {
    const raw = await storage.raw(opened.loaded.id);
    if (raw.ok) saveFile(fill(SHELL.session.rawName, { name: store.settings.unit }), raw.parts, JSON_TYPE);
    else show({ kind: 'error', text: ERROR_TEXTS[raw.error.code].title });
  }, [storage, opened, store, show]);

  return (
    <div className="mc-workspace">
      <TopBar
        unit={store.settings.unit}
        county={store.settings.county}
        asOf={store.settings.asOf}
        problems={totals.unjudged > 0 ? null : totals.errors + totals.warnings}
        ready={handle !== null}
        onHome={onHome}
        onProblems={() => handle?.showProblems()}
        {...(canMerge ? { onSettings: () => setSetting(true) } : {})}
        tasks={[
          ...session.loaded.pack.wizards.map(({ id, label, summary }) => ({
            label,
            hint: summary,
            disabled: readOnly,
            onSelect: () => handle?.openWizard(id, label),
          })),
          {
            label: SHELL.session.merge,
            hint: SHELL.session.mergeHint,
            disabled: readOnly,
            onSelect: () => setMerging(true),
          },
          { label: SHELL.session.people, hint: SHELL.session.peopleHint, onSelect: () => handle?.openPeople() },
          {
            label: SHELL.session.settings,
            hint: SHELL.session.settingsHint,
            disabled: !canMerge,
            onSelect: () => setSetting(true),
          },
          { label: SHELL.session.rules, hint: SHELL.session.rulesHint, onSelect: () => handle?.openRules() },
        ]}
        exports={[
          {
            label: SHELL.session.exportRoster,
            hint: SHELL.session.exportRosterHint,
            onSelect: () => setExporting({ templateId: TEMPLATE_ID, extras: handle?.extras() ?? NO_EXTRAS }),
          },
          {
            label: FORMS_EXPORT.menu,
            hint: FORMS_EXPORT.menuHint,
            disabled: handle === null,
            onSelect: () => setExportingForms(handle?.standing() ?? null),
          },
          ...VIEWS.map((templateId) => ({
            label: session.loaded.templates.get(templateId)?.binding.label ?? templateId,
            // What stands beside the official tables is the roster's; these leave nothing out.
            onSelect: () => setExporting({ templateId, extras: NO_EXTRAS }),
          })),
          {
            label: SHELL.session.saveBook,
            hint: SHELL.session.saveBookHint,
            disabled: handle === null,
            onSelect: saveBook,
          },
          { label: SHELL.session.saveData, hint: SHELL.session.saveDataHint, onSelect: saveData },
        ]}
      />
      {readOnly && (
        <ReadOnlyBanner
          reason={reasonOf(status)}
          damaged={opened.loaded.damaged.length}
          pending={status.pending}
          onExportData={saveData}
          {...(status.error === 'damaged-data' ? { onExportRaw: () => void saveRaw() } : {})}
          {...(canTakeOver(status) ? { onTakeOver } : {})}
          {...(status.error === 'outdated' || status.error === 'conflict' ? { onReload: () => location.reload() } : {})}
        />
      )}
      <SheetView
        session={session}
        readOnly={readOnly}
        onReady={setHandle}
        onWizardFile={(file) =>
          void saveNotice(storage, session, file).then((notLogged) => {
            if (notLogged !== undefined) show({ kind: 'warning', text: notLogged });
          })
        }
        onFailed={(error) => {
          // The clerk is told what to do; the cause is for whoever mends it.
          console.error(error);
          show({ kind: 'error', text: SHELL.session.sheetFailed });
        }}
      />
      <StatusLine
        {...totals}
        saver={status}
        {...(status.error ? { failure: ERROR_TEXTS[status.error].title } : {})}
        onRetry={() => void saver.retry()}
        onShowProblems={() => handle?.showProblems()}
      />
      {merging && (
        <MergePanel
          controller={merge}
          store={store}
          onSave={(name, bytes) => saveFile(name, bytes, XLSX_TYPE)}
          onDone={(counts) =>
            show({
              kind: 'done',
              text: fill(counts.records > 0 ? MERGE.doneRecords : MERGE.done, { ...counts }),
              // It promises that the next undo takes the merge back: not after another step.
              until: (over) => store.subscribe(over),
            })
          }
          onClose={() => setMerging(false)}
        />
      )}
      {setting && (
        <ProjectSettings
          store={store}
          pack={session.loaded.pack}
          onApply={(patch) => {
            setSetting(false);
            handle?.apply(patch);
            onReopen();
          }}
          onClose={() => setSetting(false)}
        />
      )}
      {exporting && (
        <ExportFlow
          storage={storage}
          session={session}
          toasts={toasts}
          {...exporting}
          onShowProblems={() => {
            setExporting(null);
            handle?.showProblems();
          }}
          onClose={() => setExporting(null)}
        />
      )}
      {exportingForms && form?.kind === 'form' && (
        <FormsFlow
          storage={storage}
          session={session}
          toasts={toasts}
          binding={form}
          standing={exportingForms}
          onShowProblems={() => {
            setExportingForms(null);
            handle?.showProblems();
          }}
          onClose={() => setExportingForms(null)}
        />
      )}
    </div>
  );
}

function canTakeOver({ error }: SaverStatus): boolean {
  return error === 'read-only' || error === 'taken-over';
}

function reasonOf({ error }: SaverStatus): ReadOnlyReason {
  if (error === 'taken-over' || error === 'outdated' || error === 'conflict') return error;
  if (error === 'project-missing') return 'missing';
  return error === 'damaged-data' ? 'damaged' : 'elsewhere';
}

function stamp(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${localDay(now).replaceAll('-', '')}-${two(now.getHours())}${two(now.getMinutes())}`;
}
