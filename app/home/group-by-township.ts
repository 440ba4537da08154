import type { ListedVillage } from './parse-village-list.ts';

/** The villages per township, both in the order of the list. */
export function groupByTownship(
  villages: readonly ListedVillage[],
): readonly { readonly township: string; readonly names: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { township, name } of villages) {
    const names = groups.get(township);
    if (names) names.push(name);
    else groups.set(township, [name]);
  }
  return [...groups].map(([township, names]) => ({ township, names }));
}
