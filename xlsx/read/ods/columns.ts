import { MAX_COLUMN } from '../reference.ts';

/** The styles that a table's columns have for cells without their own. */
export class OdsColumns {
  /** Each stands from where the one before ends up to `until`, exclusive. */
  readonly #runs: { readonly until: number; readonly style: string | undefined }[] = [];

  /** The next columns, so many of them. */
  add(count: number, style: string | undefined): void {
    const last = this.#runs.at(-1)?.until ?? 0;
    if (last <= MAX_COLUMN) this.#runs.push({ until: last + count, style });
  }

  at(column: number): string | undefined {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#runs[middle]?.until ?? 0) > column) high = middle;
      else low = middle + 1;
    }
    return this.#runs[low]?.style;
  }
}
