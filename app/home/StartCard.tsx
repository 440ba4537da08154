const ICONS = {
  new: 'M5 2.5h6.5L16 7v10.5H5zM11 2.5V7.5h5M10.5 10.5v5M8 13h5',
  open: 'M2.5 16V4.5h5l2 2h8V9M2.5 16l2.500-7h13.500L16 16z',
  sample: 'M3 4h14v12H3zM3 8h14M8 8v8M10.500 12l1.500 1.500 3-3',
} as const;

export interface StartCardProps {
  readonly icon: keyof typeof ICONS;
  readonly title: string;
  readonly hint: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

/** One of the ways to begin, with what it does in a line. */
export function StartCard({ icon, title, hint, disabled, onClick }: StartCardProps) {
  return (
    <button
      type="button"
      className={icon === 'new' ? 'mc-card mc-card-first' : 'mc-card'}
      disabled={disabled}
      onClick={onClick}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={ICONS[icon]} />
      </svg>
      <span className="mc-card-text">
        <strong>{title}</strong>
        <small>{hint}</small>
      </span>
    </button>
  );
}
