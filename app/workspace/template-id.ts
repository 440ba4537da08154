/** The table that a project opens with. */
export const TEMPLATE_ID = 'roster';

/** The form of one person. */
export const FORM_ID = 'record-form';

/** Ledgers and the quarterly table: further views of the same records, each a tab and a workbook of its own. */
export const VIEWS: readonly string[] = ['training-ledger', 'mentoring-ledger', 'practice-ledger', 'quarterly-review'];

/** The tabs of a project, in their order. */
export const TABS: readonly string[] = [TEMPLATE_ID, FORM_ID, ...VIEWS];
