import { TEXTS } from '../locale/zh-CN.ts';

/** Covers the page while files are dragged over it. */
export function DropOverlay({ visible }: { readonly visible: boolean }) {
  if (!visible) return null;
  return (
    <div className="mc-drop">
      <div>
        <strong>{TEXTS.drop.title}</strong>
        <p>{TEXTS.drop.hint}</p>
      </div>
    </div>
  );
}
