import type { PackProblem } from './cross-check.ts';
import type { FormulaBook } from './formula-book.ts';
import type { Entity, Pack } from './schema.ts';
import type { Wizard, WizardField, WizardStep } from './wizard-schema.ts';

type Report = (code: string, path: string, detail: string) => void;

/** Reads names and formulas of one wizard against the pack. */
class WizardCheck {
  readonly #pack: Pack;
  readonly #book: FormulaBook;
  readonly #report: Report;

  constructor(pack: Pack, book: FormulaBook, report: Report) {
    this.#pack = pack;
    this.#book = book;
    this.#report = report;
  }

  check(wizard: Wizard, path: string): void {
    const own = this.#entity(wizard.entity, path);
    const person = this.#pack.entities.find(({ key }) => key === 'person');
    for (const [m, { field, blank }] of wizard.match.entries()) {
      this.#field(own, field, `${path}.match.${m}`);
      this.#formula(own, blank, `${path}.match.${m}.blank`);
    }
    for (const [k, field] of wizard.keep.entries()) this.#field(own, field, `${path}.keep.${k}`);
    for (const [s, step] of wizard.steps.entries()) this.#step(wizard, step, own, `${path}.steps.${s}`);
    this.#order(wizard, path);
    const { notice } = wizard;
    if (!notice) return;
    for (const [c, { field }] of notice.columns.entries()) {
      this.#field(person, field, `${path}.notice.columns.${c}`);
      const spec = person?.fields.find(({ key }) => key === field);
      if (spec?.privacy === 'sensitive') this.#report('sensitive-field', `${path}.notice.columns.${c}`, field);
    }
    this.#field(own, notice.people, `${path}.notice.people`);
  }

  #step(wizard: Wizard, step: WizardStep, own: Entity | undefined, path: string): void {
    const entity = step.entity === undefined ? own : this.#entity(step.entity, path);
    const person = this.#pack.entities.find(({ key }) => key === 'person');
    this.#formula(step.ask === 'lines' ? person : entity, step.when, `${path}.when`);
    for (const [f, field] of step.fields.entries()) this.#asked(entity, field, `${path}.fields.${f}`);
    for (const [w, { field, value, blank }] of step.where.entries()) {
      this.#field(entity, field, `${path}.where.${w}`);
      this.#formula(entity, value, `${path}.where.${w}.value`);
      this.#formula(entity, blank, `${path}.where.${w}.blank`);
    }
    for (const [r, { values }] of step.rows.entries())
      for (const field of Object.keys(values)) this.#field(entity, field, `${path}.rows.${r}`);
    for (const { field, blank } of step.beside?.before ?? []) {
      this.#field(entity, field, `${path}.beside.before`);
      this.#formula(entity, blank, `${path}.beside.before`);
    }
    for (const field of [...(step.beside?.same ?? []), ...(step.beside?.fields ?? [])])
      this.#field(entity, field, `${path}.beside`);
    if (step.ask === 'once' && step.entity !== undefined && step.entity !== wizard.entity)
      this.#report('step-order', path, step.entity);
  }

  #asked(entity: Entity | undefined, { field, when, initial, list }: WizardField, path: string): void {
    this.#field(entity, field, path);
    this.#formula(entity, when, `${path}.when`);
    this.#formula(entity, initial, `${path}.initial`);
    if (!list) return;
    const of = this.#entity(list.entity, `${path}.list`);
    for (const name of [list.field, ...Object.values(list.also)]) this.#field(of, name, `${path}.list`);
    for (const name of Object.keys(list.also)) this.#field(entity, name, `${path}.list.also`);
  }

  /** What is asked of a person comes last and in one piece, and whoever it is about is asked for before. */
  #order({ steps, people }: Wizard, path: string): void {
    const personal = (step: WizardStep): boolean => step.ask === 'each' || step.ask === 'lines';
    const first = steps.findIndex(personal);
    const late = first < 0 ? -1 : steps.findIndex((step, at) => at > first && !personal(step));
    if (late >= 0) this.#report('step-order', `${path}.steps.${late}`, steps[late]?.ask ?? '');
    const asks = steps.some(({ ask }) => ask === 'people');
    if (asks === (people === 'new')) this.#report('step-order', `${path}.people`, people);
  }

  #entity(key: string, path: string): Entity | undefined {
    const entity = this.#pack.entities.find((candidate) => candidate.key === key);
    if (!entity) this.#report('unknown-entity', path, key);
    return entity;
  }

  #field(entity: Entity | undefined, key: string, path: string): void {
    if (entity && !entity.fields.some((field) => field.key === key)) this.#report('unknown-field', path, key);
  }

  #formula(entity: Entity | undefined, text: string | undefined, path: string): void {
    const read = entity && text !== undefined ? this.#book.read(entity, text, 'field') : undefined;
    if (read === undefined || read.ok) return;
    const { code, what, near, from } = read.error;
    this.#report(code, path, `${what}${near === undefined ? '' : ` → ${near}`} @${from}`);
  }
}

/** References inside a pack's wizards; codes as `PackProblem` has them. */
export function crossCheckWizards(pack: Pack, book: FormulaBook): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const check = new WizardCheck(pack, book, (code, path, detail) => void problems.push({ code, path, detail }));
  const ids = pack.wizards.map(({ id }) => id);
  for (const [w, wizard] of pack.wizards.entries()) {
    if (ids.indexOf(wizard.id) < w) problems.push({ code: 'duplicate', path: 'wizards', detail: wizard.id });
    check.check(wizard, `wizards.${w}`);
  }
  return problems;
}
