import type { ICellData, IRange } from '@univerjs/core';
import { Subject } from 'rxjs';
import type { StoreChange } from '../../records/store.contract.ts';
import type { Patch } from '../../records/types.ts';
import type { FormSection } from '../../sheets-templates/form-binding.ts';
import type { CellSite, Lock, SheetCell } from '../binding/bound-sheet.ts';
import type { CellFace, CellsModel, TypedCell } from '../binding/cells-model.ts';
import { type FormGrid, formGrid } from './form-grid.ts';
import { linePatch, type TypedLine } from './form-patch.ts';
import type { FormPeople } from './form-people.ts';
import { problemBeyond, showsField } from './form-problems.ts';
import { type FormSlot, formSlots, type PlacedSlot } from './form-slots.ts';
import { lineText, otherYear, type SectionLines, sectionLines, withRecord } from './section-lines.ts';

/** The template's sheet as the form is drawn from it; rows and columns from 0. */
export interface FormTemplateSheet {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly merges: readonly IRange[];
  cell(row: number, column: number): { readonly text: string; readonly style: ICellData['s'] };
}

/** What the worksheet is brought in line with. */
export interface FormLook {
  /** Rows, merges, sizes, lists of a grid; `true` when anything had to be changed. */
  reshape(grid: FormGrid, slots: readonly PlacedSlot[], damaged: boolean): boolean;
  /** Makes rows high enough for their texts. */
  fit(grid: FormGrid, slots: readonly PlacedSlot[], text: (slot: PlacedSlot) => string): void;
}

const WIDTH = 1024;
const NO_LINES: SectionLines = [];

/** The record form of one person and year: what each of its cells shows, and what typing there means. */
export class FormModel implements CellsModel {
  private person: string | null = null;
  private shownYear: number;
  private lines = new Map<string, SectionLines>();
  private grid: FormGrid;
  private slots: readonly PlacedSlot[] = [];
  private faces = new Map<number, CellFace>();
  private readonly slotAt = new Map<number, PlacedSlot>();
  /** Fires after another person or year is shown; the cells are still to be written. */
  readonly pointed$ = new Subject<void>();
  /** Records that were typed here since the form is shown: they keep their lines, whatever year they come to say. */
  private readonly kept = new Set<string>();
  private strayed: number | null = null;
  /** Fires when a line that is shown comes to say another year, in whose form it stands; `null` when none does any more. */
  readonly moved$ = new Subject<number | null>();

  constructor(
    readonly people: FormPeople,
    private readonly template: FormTemplateSheet,
    private readonly hasChoices: (entity: string, field: string) => boolean,
    private readonly look: FormLook,
  ) {
    this.shownYear = people.thisYear;
    this.grid = formGrid(people.binding, template, new Map());
    this.person = people.ids()[0] ?? null;
    this.readRecords();
  }

  /** Whose form it is; `null` in an empty book. */
  get shown(): string | null {
    return this.person;
  }

  get year(): number {
    return this.shownYear;
  }

  /** The first cell to type in. */
  get firstCell(): SheetCell {
    return this.slots[0] ?? { row: 0, column: 0 };
  }

  /** Shows somebody's form, of this year if none is given. */
  show(person: string | null, year = this.shownYear): void {
    this.point(person, year);
    this.pointed$.next();
  }

  private point(person: string | null, year: number): void {
    this.person = person;
    this.shownYear = year;
    this.lines.clear();
    this.kept.clear();
    this.strayed = null;
    this.readRecords();
  }

  private readRecords(): void {
    const { binding } = this.people;
    const wanted = new Map<string, number>();
    for (const section of binding.sections) {
      const before = this.lines.get(section.key) ?? NO_LINES;
      const lines =
        this.person === null
          ? NO_LINES
          : sectionLines(this.people, section, this.person, this.shownYear, before, this.kept);
      this.lines.set(section.key, lines);
      // One blank line more, so that there is always one to type in.
      if (section.kind === 'lines' && section.grows) wanted.set(section.key, lines.length + 1);
    }
    const grid = formGrid(binding, this.template, wanted);
    if (grid.key !== this.grid.key || this.slots.length === 0) {
      this.grid = grid;
      this.slots = formSlots(binding, grid, wanted);
      this.faces = this.labels();
      this.slotAt.clear();
      for (const slot of this.slots) this.slotAt.set(slot.row * WIDTH + slot.column, slot);
    }
    for (const placed of this.slots) {
      const at = placed.row * WIDTH + placed.column;
      this.faces.set(at, this.faceOf(placed, this.faces.get(at)?.style));
    }
  }

  private labels(): Map<number, CellFace> {
    const faces = new Map<number, CellFace>();
    this.grid.source.forEach((from, row) => {
      const copied = row > 0 && this.grid.source[row - 1] === from;
      for (let column = 0; column < this.template.columnCount; column++) {
        const { text, style } = this.template.cell(from, column);
        faces.set(row * WIDTH + column, { text: copied ? '' : text, site: null, lock: 'label', style });
      }
    });
    return faces;
  }

  private faceOf({ slot }: PlacedSlot, style: ICellData['s']): CellFace {
    const { person, people } = this;
    const { store, binding } = people;
    const look = style === undefined ? {} : { style };
    if (person === null) return { text: '', site: null, lock: 'nobody', ...look };
    if (slot.kind === 'photo') {
      const has = store.text(binding.entity, person, slot.field) !== '';
      const text = has ? '' : (binding.photo?.label.text ?? '');
      return { text, site: { entity: binding.entity, record: person, field: slot.field }, lock: 'photo', ...look };
    }
    if (slot.kind === 'field') {
      const site = { entity: binding.entity, record: person, field: slot.field };
      return { text: store.text(site.entity, person, slot.field), site, lock: null, ...look };
    }
    const { section, field } = slot;
    const ids = this.recordsOf(section, slot.line);
    const text = lineText(
      section,
      ids.map((id) => store.text(section.entity, id, field)),
    );
    // Of several in one cell the one that is wrong speaks for it.
    const wrong = ids.find((id) => store.issuesOf(section.entity, id).some((issue) => issue.field === field));
    const record = wrong ?? ids[0];
    return { text, site: record === undefined ? null : { entity: section.entity, record, field }, lock: null, ...look };
  }

  private recordsOf(section: FormSection, line: number): readonly string[] {
    return this.lines.get(section.key)?.[line] ?? [];
  }

  at(row: number, column: number): CellFace | null {
    return this.faces.get(row * WIDTH + column) ?? null;
  }

  *cells(): Generator<SheetCell> {
    for (const key of this.faces.keys()) yield { row: Math.floor(key / WIDTH), column: key % WIDTH };
  }

  /** The cells that show values, in the order of reading. */
  valueCells(): readonly PlacedSlot[] {
    return this.slots;
  }

  slotOf(row: number, column: number): FormSlot | undefined {
    return this.slotAt.get(row * WIDTH + column)?.slot;
  }

  edit(typed: readonly TypedCell[]): Patch {
    const { person, people } = this;
    if (person === null) return [];
    const fields: Record<string, string> = {};
    const lines = new Map<string, TypedLine>();
    for (const { row, column, text } of typed) {
      const slot = this.slotOf(row, column);
      if (slot?.kind === 'field') fields[slot.field] = text;
      if (slot?.kind !== 'section') continue;
      const { section, line, field } = slot;
      const key = `${section.key} ${line}`;
      const records = this.recordsOf(section, line);
      const known = lines.get(key) ?? { section, line, texts: {}, records, before: this.nextRecord(section, line) };
      lines.set(key, { ...known, texts: { ...known.texts, [field]: text } });
    }
    const { entity } = people.binding;
    const own = Object.keys(fields).length === 0 ? [] : people.store.edit(entity, person, fields);
    const owner = { person, year: this.shownYear };
    const below = [...lines.values()].flatMap((line) => {
      const patch = linePatch(people, owner, line);
      for (const change of patch) {
        if (change.op === 'update') this.kept.add(change.id);
        if (change.op !== 'insert') continue;
        this.kept.add(change.record.id);
        // A new record stands on the line that it is typed in, also below blank ones: the next key goes there.
        const { key, kind } = line.section;
        if (kind === 'lines') this.lines.set(key, withRecord(this.lines.get(key), line.line, change.record.id));
      }
      return patch;
    });
    return [...own, ...below];
  }

  /** The record on the next filled line, which a new one stands before. */
  private nextRecord(section: FormSection, line: number): string | undefined {
    if (section.kind !== 'lines') return undefined;
    return this.lines
      .get(section.key)
      ?.slice(line + 1)
      .flat()[0];
  }

  follow(change: StoreChange): Iterable<SheetCell> | 'all' {
    if (!this.concerns(change)) return [];
    if (this.person !== null && !this.people.store.get(this.people.binding.entity, this.person)) {
      this.point(this.people.ids()[0] ?? null, this.shownYear);
    } else {
      if (this.person === null) this.person = this.people.ids()[0] ?? null;
      const before = new Map([...this.lines].map(([key, lines]) => [key, lines.flat()]));
      this.readRecords();
      this.tellOfMoved(before);
    }
    return this.slots;
  }

  private tellOfMoved(before: ReadonlyMap<string, readonly string[]>): void {
    const seen = new Map([...before].map(([key, ids]) => [key, [...ids, ...(this.lines.get(key)?.flat() ?? [])]]));
    const year = otherYear(this.people, seen, this.shownYear);
    if (year !== this.strayed) this.moved$.next(year);
    this.strayed = year;
  }

  private concerns({ touched, settingsChanged, judged }: StoreChange): boolean {
    const { binding } = this.people;
    if (settingsChanged || this.person === null) return true;
    if (touched.get(binding.entity)?.has(this.person)) return true;
    for (const section of binding.sections) {
      const shown = new Set((this.lines.get(section.key) ?? NO_LINES).flat());
      for (const id of touched.get(section.entity)?.keys() ?? [])
        if (shown.has(id) || this.people.ownerOf(section.entity, id) === this.person) return true;
      for (const id of judged.get(section.entity) ?? []) if (shown.has(id)) return true;
    }
    return false;
  }

  reshape(damaged: boolean): boolean {
    return this.look.reshape(this.grid, this.slots, damaged);
  }

  written(): void {
    this.look.fit(this.grid, this.slots, ({ row, column }) => this.at(row, column)?.text ?? '');
  }

  cellOf({ entity, record, field }: CellSite): SheetCell | null {
    const found = this.slots.find(({ slot }) => {
      if (slot.kind !== 'section')
        return entity === this.people.binding.entity && record === this.person && slot.field === field;
      return (
        slot.field === field &&
        slot.section.entity === entity &&
        this.recordsOf(slot.section, slot.line).includes(record)
      );
    });
    return found ? { row: found.row, column: found.column } : null;
  }

  reveal(site: CellSite): SheetCell | null {
    const owner = this.people.ownerOf(site.entity, site.record);
    if (owner === null || !showsField(this.people, site)) return null;
    this.show(owner, this.people.yearOf(site.entity, site.record) ?? this.shownYear);
    return this.cellOf(site);
  }

  asks(row: number, column: number): Pick<CellSite, 'entity' | 'field'> | null {
    const slot = this.slotOf(row, column);
    if (!slot || slot.kind === 'photo') return null;
    return { entity: slot.kind === 'field' ? this.people.binding.entity : slot.section.entity, field: slot.field };
  }

  offers(row: number, column: number): boolean {
    const asked = this.asks(row, column);
    return asked !== null && this.hasChoices(asked.entity, asked.field);
  }

  refuses(): Lock {
    return 'formShape';
  }

  nextBeyond(by: 1 | -1): SheetCell | null {
    const site = problemBeyond(this.people, this.person ?? '', by);
    return site === null ? null : this.reveal(site);
  }
}
