/** Styles that a style goes back to; some go in circles. */
const LONGEST_CHAIN = 20;

/** Formats of four sections, the last of them for text, are called formats of text. */
const FORMATS = new Set([
  'number:number-style',
  'number:percentage-style',
  'number:currency-style',
  'number:text-style',
]);

type Attributes = Readonly<Record<string, string>>;

/** What a cell's style says that matters here. */
export interface OdsStyle {
  readonly struck: boolean;
  /** Numbers are shown with so many digits, and not as many as they have. */
  readonly shaped: boolean;
}

const PLAIN: OdsStyle = { struck: false, shaped: false };

interface Said {
  readonly parent: string | undefined;
  readonly format: string | undefined;
  struck?: boolean;
}

/** Collects the styles of an OpenDocument: what is crossed out, how numbers are shown, which tables are not. */
export class OdsStyles {
  readonly #cells = new Map<string, Said>();
  readonly #hidden = new Set<string>();
  /** Formats of numbers that say how many digits. */
  readonly #shaping = new Set<string>();
  /** Formats that another one takes for negative numbers, or for zero. */
  readonly #applied = new Map<string, string[]>();
  readonly #known = new Map<string, OdsStyle>();
  /** The style that is being read. */
  #cell: Said | undefined;
  #table: string | undefined;
  #format = '';

  open(name: string, attributes: Attributes): void {
    if (FORMATS.has(name)) this.#format = attributes['style:name'] ?? '';
    switch (name) {
      case 'style:style':
        this.#style(attributes);
        break;
      case 'style:text-properties': {
        const line = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
        if (line !== undefined && this.#cell !== undefined) this.#cell.struck = line !== 'none';
        break;
      }
      case 'style:table-properties':
        if (attributes['table:display'] === 'false' && this.#table !== undefined) this.#hidden.add(this.#table);
        break;
      case 'number:number':
        if (attributes['number:decimal-places'] !== undefined) this.#shaping.add(this.#format);
        break;
      case 'style:map':
        this.#apply(attributes['style:apply-style-name']);
        break;
      default:
    }
  }

  close(name: string): void {
    if (FORMATS.has(name)) this.#format = '';
    if (name !== 'style:style') return;
    this.#cell = undefined;
    this.#table = undefined;
  }

  isHidden(table: string | undefined): boolean {
    return table !== undefined && this.#hidden.has(table);
  }

  /** What a cell's style says, or the nearest one above it that does. */
  of(style: string | undefined): OdsStyle {
    if (style === undefined) return PLAIN;
    let known = this.#known.get(style);
    if (known === undefined) {
      known = this.#resolved(style);
      this.#known.set(style, known);
    }
    return known;
  }

  #style(attributes: Attributes): void {
    const name = attributes['style:name'] ?? '';
    const family = attributes['style:family'];
    if (family === 'table') this.#table = name;
    if (family !== 'table-cell') return;
    this.#cell = { parent: attributes['style:parent-style-name'], format: attributes['style:data-style-name'] };
    this.#cells.set(name, this.#cell);
  }

  #apply(format: string | undefined): void {
    if (this.#format === '' || format === undefined) return;
    const applied = this.#applied.get(this.#format) ?? [];
    applied.push(format);
    this.#applied.set(this.#format, applied);
  }

  #isShaping(format: string | undefined): boolean {
    if (format === undefined) return false;
    return [format, ...(this.#applied.get(format) ?? [])].some((one) => this.#shaping.has(one));
  }

  #resolved(style: string): OdsStyle {
    let struck: boolean | undefined;
    let format: string | undefined;
    let at = this.#cells.get(style);
    for (let steps = 0; at !== undefined && steps < LONGEST_CHAIN; steps++) {
      struck ??= at.struck;
      format ??= at.format;
      at = at.parent === undefined ? undefined : this.#cells.get(at.parent);
    }
    return { struck: struck === true, shaped: this.#isShaping(format) };
  }
}
