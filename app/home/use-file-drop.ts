import { useEffect, useRef, useState } from 'react';
import { droppedFiles } from '../merge/laid-files.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/**
 * Files dropped anywhere on the page. Answers whether files are being dragged over it, for `DropOverlay`.
 * Also keeps the browser from leaving the page for a dropped file.
 */
export function useFileDrop(onFiles: (files: readonly File[]) => void, enabled = true): boolean {
  const [over, setOver] = useState(false);
  const handler = useRef(onFiles);
  handler.current = onFiles;
  useEffect(() => {
    if (!enabled) return;
    // Every element on the way says enter and leave: the page is left when as many were left as entered.
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth++;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hover = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    };
    const end = (): void => {
      depth = 0;
      setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.dataTransfer) return;
      void droppedFiles(event.dataTransfer).then((found) => {
        if (found.length > 0) handler.current(found.map(({ file }) => file));
      });
    };
    // Capturing: the spreadsheet below takes drags for itself.
    const options = { capture: true };
    document.addEventListener('dragenter', enter, options);
    document.addEventListener('dragleave', leave, options);
    document.addEventListener('dragover', hover, options);
    document.addEventListener('drop', drop, options);
    // What another part of the page takes for itself never reaches `drop`.
    window.addEventListener('drop', end, options);
    return () => {
      document.removeEventListener('dragenter', enter, options);
      document.removeEventListener('dragleave', leave, options);
      document.removeEventListener('dragover', hover, options);
      document.removeEventListener('drop', drop, options);
      window.removeEventListener('drop', end, options);
    };
  }, [enabled]);
  return over;
}
