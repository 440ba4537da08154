import type { ColumnHeader } from './header.ts';
import { headerText } from './header-text.ts';
import { type FieldNames, headerScore } from './similarity.ts';

/** The field that a label over several columns names. */
export interface Group {
  readonly key: string;
  readonly score: number;
  /** The field's official label names several things (姓名及职务), which may stand in columns of their own. */
  readonly parts: boolean;
}

/** The labels above a column's own, the nearest first. */
export function parentsOf(header: ColumnHeader): readonly string[] {
  return header.levels.slice(0, -1).reverse();
}

/**
 * Upper labels that name one field which their columns share (结对干部 over 姓名 and 职务), by label. A label whose
 * columns name several fields of their own (联系方式 over 联系电话 and 结对干部) is a heading and names none.
 */
export function groupFields(
  headers: readonly ColumnHeader[],
  names: readonly FieldNames[],
): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const parent of new Set(headers.flatMap(parentsOf))) {
    const group = groupField(parent, names);
    if (group === undefined) continue;
    const below = (header: ColumnHeader): boolean => parentsOf(header).includes(parent);
    const inside = new Set(headers.filter(below).flatMap((h) => exactField(h, names)));
    const outside = new Set(headers.filter((h) => !below(h)).flatMap((h) => exactField(h, names)));
    const others = [...inside].filter((key) => key !== group.key && !(group.parts && outside.has(key)));
    // A field without parts over columns of their own is a heading (其他信息, 身份及联络信息).
    const own = !group.parts && headers.some((h) => below(h) && saysMore(h, group.key, names));
    if (!own && others.length < (group.parts ? 2 : 1)) groups.set(parent, group);
  }
  return groups;
}

/** Does a field's official label name several things? */
export function namesParts({ label }: FieldNames): boolean {
  return /[及和与、/]/.test(label);
}

function groupField(parent: string, names: readonly FieldNames[]): Group | undefined {
  let best: Group | undefined;
  for (const target of names) {
    const score = headerScore(parent, target, names);
    if (score >= 0.7 && score > (best?.score ?? 0)) {
      best = { key: target.field.key, score, parts: namesParts(target) };
    }
  }
  return best;
}

/** A label of its own that does not even resemble the field (微信号 below 其他信息; 年 below 出生年月 says nothing). */
function saysMore(header: ColumnHeader, key: string, names: readonly FieldNames[]): boolean {
  const own = header.levels.at(-1) ?? '';
  const target = names.find(({ field }) => field.key === key);
  return headerText(own).core.length >= 2 && target !== undefined && headerScore(own, target, names) < 0.35;
}

function exactField(header: ColumnHeader, names: readonly FieldNames[]): string[] {
  const own = header.levels.at(-1) ?? '';
  return names.filter((target) => headerScore(own, target, names) >= 0.95).map((target) => target.field.key);
}
