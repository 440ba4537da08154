import type { Mask } from '../../xlsx/export/mask.ts';

/** One way to mask sensitive values; `example` shows it, `511425********0002`. */
export interface MaskChoice {
  readonly id: Mask;
  readonly label: string;
  readonly example?: string;
}

export interface ExportRequest {
  readonly mask: Mask;
  /** With its ending. */
  readonly fileName: string;
}

/** What came of an export. */
export interface ExportResult {
  readonly fileName: string;
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  /** The mask's label. */
  readonly mask: string;
  /** What the official table has no place for, as phrases: `3 处批注`. */
  readonly leftOut: readonly string[];
  /** Sentences that the clerk should read, such as a photo that is missing. */
  readonly remarks?: readonly string[];
  /** Hex; blank where it could not be computed. */
  readonly sha256: string;
  /** For the system's share sheet. */
  readonly file?: File;
}

export type ExportState =
  | { readonly kind: 'ask' }
  | { readonly kind: 'working'; readonly done?: number; readonly total?: number; readonly name?: string }
  | { readonly kind: 'done'; readonly result: ExportResult }
  | { readonly kind: 'failed'; readonly what: string; readonly remedy: string };
