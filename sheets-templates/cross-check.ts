import { catalogue } from '../formulas/catalogue.ts';
import type { Entity, Pack } from './schema.ts';
import { SETTING_KEYS } from './settings-keys.ts';
import { type Visitor, walkArg, walkCall } from './walk.ts';

/**
 * One thing in a pack that cannot be right. Codes: `schema`, `duplicate`, `unknown-function`, `arity`, `unknown-field`,
 * `unknown-parameter`, `unknown-entity`, `no-choices`, `unknown-rule`, `count-in-field`, `partner-outside-message`,
 * `workbook-missing`. `path` leads to it: `rules.3.check`.
 */
export interface PackProblem {
  readonly code: string;
  readonly path: string;
  readonly detail: string;
}

/** References inside a pack: every function, field, parameter, entity and rule that is named must exist. */
export function crossCheck(pack: Pack): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const report = (code: string, path: string, detail: string): void => void problems.push({ code, path, detail });
  const entities = new Map(pack.entities.map((entity) => [entity.key, entity]));
  const parameters = new Set([...SETTING_KEYS, ...pack.parameters.map(({ key }) => key)]);
  const hasField = (entity: Entity | undefined, key: string): boolean =>
    entity?.fields.some((field) => field.key === key) ?? false;

  const visitor = (entity: Entity | undefined, path: string, place: 'field' | 'rule' | 'message'): Visitor => ({
    call: ({ fn, args }) => {
      const spec = catalogue.get(fn);
      if (!spec) return report('unknown-function', path, fn);
      const least = spec.parameters.filter(({ optional }) => optional !== true).length;
      if (args.length < least || args.length > spec.parameters.length) report('arity', path, `${fn} (${args.length})`);
    },
    field: (key) => {
      if (!hasField(entity, key)) report('unknown-field', path, key);
    },
    param: (key) => {
      if (!parameters.has(key)) report('unknown-parameter', path, key);
    },
    choices: (key) => {
      const field = entity?.fields.find((candidate) => candidate.key === key);
      if (!field) report('unknown-field', path, key);
      else if (!field.choices && !field.choiceGroups) report('no-choices', path, key);
    },
    count: ({ entity: counted, where }) => {
      if (place === 'field') report('count-in-field', path, counted);
      checkWhere(counted, Object.keys(where), path);
    },
    partner: ({ entity: counted, where }, show) => {
      if (place !== 'message') report('partner-outside-message', path, counted);
      checkWhere(counted, [...Object.keys(where), show], path);
    },
  });
  const checkWhere = (counted: string, keys: readonly string[], path: string): void => {
    const target = entities.get(counted);
    if (!target) report('unknown-entity', path, counted);
    for (const key of keys) if (target && !hasField(target, key)) report('unknown-field', path, `${counted}.${key}`);
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
      if (field.normalise) walkCall(field.normalise, visitor(entity, `${path}.normalise`, 'field'));
      if (field.derive) walkCall(field.derive.value, visitor(entity, `${path}.derive`, 'field'));
      for (const [g, group] of (field.choiceGroups ?? []).entries()) {
        walkCall(group.when, visitor(entity, `${path}.choiceGroups.${g}`, 'field'));
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
    walkCall(rule.check, visitor(entity, `${path}.check`, 'rule'));
    if (rule.when) walkCall(rule.when, visitor(entity, `${path}.when`, 'rule'));
    for (const [s, { when }] of rule.severityWhen.entries())
      walkCall(when, visitor(entity, `${path}.severityWhen.${s}`, 'rule'));
    for (const [name, arg] of Object.entries(rule.values))
      walkArg(arg, visitor(entity, `${path}.values.${name}`, 'message'));
    for (const [key, arg] of Object.entries(rule.fix?.set ?? {})) {
      if (!hasField(entity, key)) report('unknown-field', `${path}.fix.set`, key);
      walkArg(arg, visitor(entity, `${path}.fix.set.${key}`, 'rule'));
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
    const entity = entities.get(template.entity);
    if (!entity) report('unknown-entity', `templates.${t}`, template.entity);
    for (const [c, { field }] of template.columns.entries()) {
      if (entity && !hasField(entity, field)) report('unknown-field', `templates.${t}.columns.${c}`, field);
    }
  }
  return problems;
}
