/** What a table template of ours looks like; `buildTable` makes the .xlsx and the binding from it. */
export interface TableDesign {
  readonly folder: string;
  readonly pack: string;
  readonly id: string;
  readonly version: string;
  readonly label: string;
  readonly entity: string;
  readonly sheet: string;
  /** The first row: `附件 1`, or who hands the table in; then `pattern` follows the project's settings. */
  readonly attachment: string | { readonly text: string; readonly pattern: string };
  /** The second row; `pattern` follows the project's settings. */
  readonly title: { readonly text: string; readonly pattern: string };
  readonly blankRows: number;
  readonly columns: readonly DesignColumn[];
}

export interface DesignColumn {
  readonly field: string;
  readonly label: string;
  /** Width on paper. */
  readonly mm: number;
  /** `text` is centred, `longText` starts at the left; both keep what is typed (format `@`). */
  readonly kind: 'number' | 'text' | 'longText';
}

export const HEADER_ROW = 3;
export const SAMPLE_ROW = 4;
