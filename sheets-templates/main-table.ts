import type { Pack, TableBinding } from './schema.ts';

/**
 * The table that a pack's people stand in: of its tables of an entity with ID numbers the one with most columns; for
 * packs without such, its first table; `undefined` for packs without tables.
 */
export function mainTable(pack: Pack, entity?: string): TableBinding | undefined {
  const tables = pack.templates.flatMap((template) => (template.kind === 'table' ? [template] : []));
  const own = tables.filter((table) => entity === undefined || table.entity === entity);
  const telling = new Set(
    pack.entities
      .filter(({ parent, fields }) => parent === undefined && fields.some(({ type }) => type === 'idNumber'))
      .map(({ key }) => key),
  );
  const people = own.filter((table) => telling.has(table.entity));
  return [...people].sort((a, b) => b.columns.length - a.columns.length)[0] ?? own[0];
}
