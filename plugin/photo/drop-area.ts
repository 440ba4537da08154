import { dragsPictures, picturesOf } from './dropped-pictures.ts';
import { PHOTO_WORDS } from './locale.zh-CN.ts';

export interface DropAreaOptions {
  /** Whose photo a drop would be now; null where nobody's form is in front, and files are none of ours. */
  readonly who: () => string | null;
  readonly onFiles: (files: readonly File[]) => void;
  /** Dropped on the open dialog of a photo, whatever it is. */
  readonly onDialog: (file: File) => void;
}

/**
 * Pictures dragged from outside over the window, while a form is in front. Listens before the page does, which takes
 * files for itself; answers what ends it.
 */
export function listenForDrops({ who, onFiles, onDialog }: DropAreaOptions): () => void {
  let shown: HTMLElement | null = null;
  const hide = (): void => {
    shown?.remove();
    shown = null;
  };
  const over = (event: DragEvent): void => {
    if (onPhotoDialog(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const name = dragsPictures(event.dataTransfer) && !inDialog(event) ? who() : null;
    if (name === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    shown ??= overlay(name);
  };
  const leave = (event: DragEvent): void => {
    if (shown === null) return;
    event.stopPropagation();
    // Out of the window, not from one element to the next.
    if (event.relatedTarget === null) hide();
  };
  const drop = (event: DragEvent): void => {
    hide();
    if (onPhotoDialog(event)) {
      event.preventDefault();
      event.stopPropagation();
      const [file] = event.dataTransfer?.files ?? [];
      if (file) onDialog(file);
      return;
    }
    if (inDialog(event) || who() === null) return;
    const files = picturesOf(event.dataTransfer?.files ?? []);
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    onFiles(files);
  };
  const listeners = { dragenter: over, dragover: over, dragleave: leave, drop } as const;
  const options = { capture: true };
  const each = Object.entries(listeners) as readonly (readonly ['dragover' | 'drop', (event: DragEvent) => void])[];
  for (const [name, listener] of each) window.addEventListener(name, listener, options);
  return () => {
    hide();
    for (const [name, listener] of each) window.removeEventListener(name, listener, options);
  };
}

function onPhotoDialog({ target }: DragEvent): boolean {
  return target instanceof Element && target.closest('.mingce-photo') !== null;
}

/** An open dialog takes what is dropped on it by itself. */
function inDialog(event: DragEvent): boolean {
  return event.target instanceof Element && event.target.closest('dialog, [role="dialog"]') !== null;
}

function overlay(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'mingce-photo-drop';
  const words = document.createElement('b');
  words.textContent = PHOTO_WORDS.drop(name);
  element.append(words);
  document.body.append(element);
  return element;
}
