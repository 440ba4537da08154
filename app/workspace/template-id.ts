/** The table that a project opens with. */
export const TEMPLATE_ID = 'roster';

/** The tabs of a project, in their order. */
export const TABS: readonly string[] = [
  TEMPLATE_ID,
  'training-ledger',
  'mentoring-ledger',
  'practice-ledger',
  'quarterly-review',
];
