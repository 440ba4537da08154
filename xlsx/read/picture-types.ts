/** A picture over a sheet's cells; the cell is that of its upper left corner, both from 1. */
export interface SheetPicture {
  readonly row: number;
  readonly column: number;
  /** Empty for one over `LARGEST_PICTURE`. */
  readonly bytes: Uint8Array;
}

export interface Pictures {
  /** Those over the cells, by sheet. */
  readonly bySheet: ReadonlyMap<string, readonly SheetPicture[]>;
  /** Those that WPS keeps inside cells (`=DISPIMG("ID_…",1)`), by their id. */
  readonly byId: ReadonlyMap<string, Uint8Array>;
}

/** Larger ones are nobody's passport photo, and are not unpacked. Bytes. */
export const LARGEST_PICTURE = 8 * 1024 * 1024;
/** What all pictures of a workbook may unpack to. Bytes. */
export const MOST_TOGETHER = 96 * 1024 * 1024;
