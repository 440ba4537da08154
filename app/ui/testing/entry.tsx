import { type ReactNode, StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { ExportDialog, type ExportDialogProps } from '../../export-dialog/ExportDialog.tsx';
import { DropOverlay } from '../../home/DropOverlay.tsx';
import { Home, type HomeProps } from '../../home/Home.tsx';
import { NewProject, type NewProjectProps } from '../../home/NewProject.tsx';
import { useFileDrop } from '../../home/use-file-drop.ts';
import { StatusLine, type StatusLineProps } from '../../status/StatusLine.tsx';
import '../../styles/index.css';
import { ErrorDialog, type ErrorDialogProps } from '../ErrorDialog.tsx';
import { Menu, type MenuProps } from '../Menu.tsx';
import { ReadOnlyBanner, type ReadOnlyBannerProps } from '../ReadOnlyBanner.tsx';
import { Toasts } from '../Toasts.tsx';
import type { Toast } from '../use-toasts.ts';
import { useToasts } from '../use-toasts.ts';

/** What the components' tests call in the page: each shows one component in place of the one before. */

let root: Root | null = null;

function show(node: ReactNode): void {
  const element = document.getElementById('root');
  root ??= element ? createRoot(element) : null;
  flushSync(() => root?.render(<StrictMode>{node}</StrictMode>));
}

/** What the handlers were called with, in order. */
export const calls: unknown[][] = [];
export function note(name: string): (...args: unknown[]) => void {
  return (...args) => void calls.push([name, ...args]);
}

export const showHome = (props: HomeProps): void => show(<Home {...props} />);
export const showNewProject = (props: NewProjectProps): void => show(<NewProject {...props} />);
export const showExport = (props: ExportDialogProps): void => show(<ExportDialog {...props} />);
export const showError = (props: ErrorDialogProps): void => show(<ErrorDialog {...props} />);
export const showBanner = (props: ReadOnlyBannerProps): void => show(<ReadOnlyBanner {...props} />);
export const showStatus = (props: StatusLineProps): void => show(<StatusLine {...props} />);
export const showMenu = (props: MenuProps): void => show(<Menu {...props} />);
export const showNothing = (): void => show(null);

function DropTarget() {
  return <DropOverlay visible={useFileDrop((files) => note('drop')(files.map((file) => file.name)))} />;
}
export const showDrop = (): void => show(<DropTarget />);

function ToastButton({ toast }: { readonly toast: Omit<Toast, 'id'> }) {
  const { toasts, show: say, dismiss } = useToasts();
  return (
    <>
      <button type="button" onClick={() => say(toast)}>
        say
      </button>
      <Toasts toasts={toasts} onDismiss={dismiss} />
    </>
  );
}
export const showToasts = (toast: Omit<Toast, 'id'>): void => show(<ToastButton toast={toast} />);
