export const PANEL_ID = 'mingce-problems';
export const PANEL_COMPONENT = 'MingceProblemsPanel';
export const PANEL_ICON = 'MingceProblemsIcon';

/** A sheet with a tick and a cross, drawn in the text's colour. */
export function PanelIcon() {
  return (
    <svg
      width="1em"
      height="1em"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      aria-hidden="true"
    >
      <rect x="2" y="1.5" width="12" height="13" rx="1.2" />
      <path d="M4.5 5.5l1.2 1.2 2-2.2M9.5 5.5h2.5M4.6 9.6l2.4 2.4M7 9.6l-2.4 2.4M9.5 10.8h2.5" />
    </svg>
  );
}
