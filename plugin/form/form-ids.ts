/** From a row to that person's form, and back. */
export const ToggleFormCommandId = 'mingce.command.toggle-form';
/** Shows somebody's form: `{ person, year? }`. */
export const OpenFormCommandId = 'mingce.command.open-form';
export const NextPersonCommandId = 'mingce.command.next-person';
export const PreviousPersonCommandId = 'mingce.command.previous-person';
