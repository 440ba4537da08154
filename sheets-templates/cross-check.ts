import type { Setting } from '../formulas/language/lower.ts';
import { crossCheckWizards } from './cross-check-wizard.ts';
import { type FormFieldReference, formFieldReferences } from './form-fields.ts';
import { FormulaBook } from './formula-book.ts';
import type { MatrixBinding } from './matrix-binding.ts';
import type { Binding, Entity, Pack } from './schema.ts';

/**
 * One thing in a pack that cannot be right. Codes: `schema`, `duplicate`, `unknown-field`, `unknown-entity`,
 * `unknown-rule`, `workbook-missing`, of wizards `sensitive-field`, `step-order`, and those of a formula (`FormulaErrorCode`), whose `detail` says what and where.
 * `path` leads to it: `rules.3.check`.
 */
export interface PackProblem {
  readonly code: string;
  readonly path: string;
  readonly detail: string;
}

/** Every field that a template names, with where it does. */
function templateFields(binding: Binding): readonly FormFieldReference[] {
  if (binding.kind === 'form') return formFieldReferences(binding);
  if (binding.kind === 'matrix') return matrixFieldReferences(binding);
  return binding.columns.map(({ field }, c) => ({ entity: binding.entity, field, path: `columns.${c}` }));
}

function matrixFieldReferences({ cells, columns, entity }: MatrixBinding): readonly FormFieldReference[] {
  const own = columns.flatMap((column, c): FormFieldReference[] => {
    const path = `columns.${c}`;
    if (!('field' in column)) return [];
    if (!('where' in column)) return [{ entity, field: column.field, path }];
    return [column.field, ...Object.keys(column.where)].map((field) => ({ entity: cells.entity, field, path }));
  });
  return [{ entity: cells.entity, field: cells.yearBy, path: 'cells' }, ...own];
}

/** References inside a pack: every function, field, parameter, entity and rule that is named must exist. */
export function crossCheck(pack: Pack): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const report = (code: string, path: string, detail: string): void => void problems.push({ code, path, detail });
  const entities = new Map(pack.entities.map((entity) => [entity.key, entity]));
  const book = new FormulaBook(pack);
  const hasField = (entity: Entity | undefined, key: string): boolean =>
    entity?.fields.some((field) => field.key === key) ?? false;
  const formula = (entity: Entity | undefined, text: string, path: string, setting: Setting): void => {
    const read = entity ? book.read(entity, text, setting) : undefined;
    if (read === undefined || read.ok) return;
    const { code, what, near, from } = read.error;
    report(code, path, `${what}${near === undefined ? '' : ` → ${near}`} @${from}`);
  };
  const unique = (keys: readonly string[], path: string): void => {
    for (const [index, key] of keys.entries()) if (keys.indexOf(key) < index) report('duplicate', path, key);
  };

  unique(
    pack.entities.map(({ key }) => key),
    'entities',
  );
  unique(
    pack.parameters.map(({ key }) => key),
    'parameters',
  );
  unique(
    pack.templates.map(({ id }) => id),
    'templates',
  );
  for (const [e, entity] of pack.entities.entries()) {
    unique(
      entity.fields.map(({ key }) => key),
      `entities.${e}.fields`,
    );
    for (const [f, field] of entity.fields.entries()) {
      const path = `entities.${e}.fields.${f}`;
      if (field.owner !== undefined && !hasField(entities.get(entity.parent ?? ''), field.owner))
        report('unknown-field', `${path}.owner`, field.owner);
      if (field.normalise) formula(entity, field.normalise, `${path}.normalise`, 'field');
      if (field.derive) formula(entity, field.derive.value, `${path}.derive`, 'field');
      for (const [g, group] of (field.choiceGroups ?? []).entries()) {
        formula(entity, group.when, `${path}.choiceGroups.${g}`, 'field');
      }
    }
  }
  unique(
    pack.rules.map(({ id, entity, field }) => `${id} ${entity}.${field}`),
    'rules',
  );
  for (const [r, rule] of pack.rules.entries()) {
    const path = `rules.${r}`;
    const entity = entities.get(rule.entity);
    if (!entity) report('unknown-entity', path, rule.entity);
    if (!hasField(entity, rule.field)) report('unknown-field', `${path}.field`, rule.field);
    formula(entity, rule.check, `${path}.check`, 'rule');
    if (rule.when) formula(entity, rule.when, `${path}.when`, 'rule');
    for (const [, field = ''] of (rule.chooseOwner ?? '').matchAll(/\{([A-Za-z][A-Za-z0-9]*)\}/g))
      if (!hasField(entities.get(entity?.parent ?? ''), field)) report('unknown-field', `${path}.chooseOwner`, field);
    for (const [s, { when }] of rule.severityWhen.entries()) formula(entity, when, `${path}.severityWhen.${s}`, 'rule');
    for (const [name, text] of Object.entries(rule.values)) formula(entity, text, `${path}.values.${name}`, 'message');
    for (const [key, text] of Object.entries(rule.fix?.set ?? {})) {
      if (!hasField(entity, key)) report('unknown-field', `${path}.fix.set`, key);
      formula(entity, text, `${path}.fix.set.${key}`, 'rule');
    }
    // Rules are asked in their order, so a rule can only be silenced by one that stands above it.
    const above = new Set(
      pack.rules
        .slice(0, r)
        .filter((other) => other.entity === rule.entity)
        .map(({ id }) => id),
    );
    for (const id of rule.unless) if (!above.has(id)) report('unknown-rule', `${path}.unless`, id);
  }
  for (const [t, template] of pack.templates.entries()) {
    if (!entities.has(template.entity)) report('unknown-entity', `templates.${t}`, template.entity);
    for (const { entity, field, path } of templateFields(template)) {
      const owner = entities.get(entity);
      if (owner === undefined && entity !== template.entity) report('unknown-entity', `templates.${t}.${path}`, entity);
      if (owner && !hasField(owner, field)) report('unknown-field', `templates.${t}.${path}`, field);
    }
  }
  return [...problems, ...crossCheckWizards(pack, book)];
}
