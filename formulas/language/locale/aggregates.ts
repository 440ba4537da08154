const NAMES: ReadonlyMap<string, string> = new Map([
  ['CHOICES', 'CHOICES'],
  ['选项', 'CHOICES'],
  ['LIST', 'LIST'],
  ['列表', 'LIST'],
  ['COUNT.SAME', 'COUNT.SAME'],
  ['相同人数', 'COUNT.SAME'],
  ['COUNT.IN', 'COUNT.IN'],
  ['计数', 'COUNT.IN'],
  ['OTHER.SAME', 'OTHER.SAME'],
  ['另一条', 'OTHER.SAME'],
]);

/** What is written like a function and reads the pack or other records instead; its English name. */
export function aggregateNamed(name: string): string | undefined {
  return NAMES.get(name) ?? NAMES.get(name.toUpperCase());
}

export const aggregateNames: readonly string[] = [...NAMES.keys()];
