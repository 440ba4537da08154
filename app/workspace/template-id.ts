/** The table that a project opens with. */
export const TEMPLATE_ID = 'roster';
