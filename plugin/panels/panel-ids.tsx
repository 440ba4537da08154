export const PANEL_ID = 'mingce-problems';
export const PANEL_COMPONENT = 'MingceProblemsPanel';
export const PANEL_ICON = 'MingceProblemsIcon';
export const ABSENT_PANEL = 'MingceAbsentPanel';
export const SEARCH_PANEL = 'MingceSearchPanel';
export const PEOPLE_ICON = 'MingcePeopleIcon';
export const TogglePanelCommandId = 'mingce.command.toggle-problems';
export const SearchPersonCommandId = 'mingce.command.search-person';
export const ToggleAbsentCommandId = 'mingce.command.toggle-absent';
export const OpenFixesCommandId = 'mingce.command.open-fixes';
export const NextProblemCommandId = 'mingce.command.next-problem';
export const PreviousProblemCommandId = 'mingce.command.previous-problem';

interface IconProps {
  readonly children: React.ReactNode;
}

/** Lines in the text's colour. */
function Icon({ children }: IconProps) {
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
      {children}
    </svg>
  );
}

/** A sheet with a tick and a cross. */
export function PanelIcon() {
  return (
    <Icon>
      <rect x="2" y="1.5" width="12" height="13" rx="1.2" />
      <path d="M4.5 5.5l1.2 1.2 2-2.2M9.5 5.5h2.5M4.6 9.6l2.4 2.4M7 9.6l-2.4 2.4M9.5 10.8h2.5" />
    </Icon>
  );
}

/** A person with an arrow that leads back. */
export function PeopleIcon() {
  return (
    <Icon>
      <circle cx="5.5" cy="5" r="2.5" />
      <path d="M1.5 13.5c0-2.6 1.8-4.2 4-4.2s4 1.6 4 4.2M14.5 8h-4M12 5.5L9.8 8l2.2 2.5" />
    </Icon>
  );
}
