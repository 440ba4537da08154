/** Styles that a style goes back to; some go in circles. */
const LONGEST_CHAIN = 20;

/** Collects what the styles of an OpenDocument say that matters here: what is crossed out, which tables are not shown. */
export class OdsStyles {
  readonly #struck = new Map<string, boolean>();
  readonly #parents = new Map<string, string>();
  readonly #hidden = new Set<string>();
  readonly #known = new Map<string, boolean>();
  /** The style that is being read. */
  #name = '';
  #family = '';

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'style:style') {
      this.#name = attributes['style:name'] ?? '';
      this.#family = attributes['style:family'] ?? '';
      const parent = attributes['style:parent-style-name'];
      if (this.#family === 'table-cell' && parent !== undefined) this.#parents.set(this.#name, parent);
    } else if (name === 'style:text-properties' && this.#family === 'table-cell') {
      const line = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
      if (line !== undefined) this.#struck.set(this.#name, line !== 'none');
    } else if (name === 'style:table-properties' && this.#family === 'table') {
      if (attributes['table:display'] === 'false') this.#hidden.add(this.#name);
    }
  }

  close(name: string): void {
    if (name === 'style:style') this.#family = '';
  }

  isHidden(table: string | undefined): boolean {
    return table !== undefined && this.#hidden.has(table);
  }

  /** Whether a cell's style, or the nearest one above it that says, crosses out. */
  isStruck(style: string | undefined): boolean {
    if (style === undefined) return false;
    const known = this.#known.get(style);
    if (known !== undefined) return known;
    let struck = false;
    let at: string | undefined = style;
    for (let steps = 0; at !== undefined && steps < LONGEST_CHAIN; steps++, at = this.#parents.get(at)) {
      const says = this.#struck.get(at);
      if (says === undefined) continue;
      struck = says;
      break;
    }
    this.#known.set(style, struck);
    return struck;
  }
}
