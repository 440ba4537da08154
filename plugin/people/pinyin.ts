/** How a Chinese text is spelled: whole syllables (`zhangsan`) and initials (`zs`), lower case. */
export interface Spelling {
  readonly full: string;
  readonly initials: string;
}

/** Spells texts; made by `loadSpeller`. */
export type Speller = (text: string) => Spelling;

let loaded: Promise<Speller> | null = null;

/**
 * Loads the dictionary of pronunciations, once: it is large, and a page that nobody searches on does without it.
 * Surnames are read as surnames (单 is shan).
 */
export function loadSpeller(): Promise<Speller> {
  loaded ??= import('pinyin-pro').then(({ pinyin }) => {
    const known = new Map<string, Spelling>();
    return (text) => {
      const before = known.get(text);
      if (before) return before;
      const syllables = pinyin(text, {
        toneType: 'none',
        type: 'array',
        surname: 'head',
        v: true,
        nonZh: 'consecutive',
      });
      const spelling = {
        full: syllables.join('').toLowerCase(),
        initials: syllables
          .map((syllable) => syllable.slice(0, 1))
          .join('')
          .toLowerCase(),
      };
      known.set(text, spelling);
      return spelling;
    };
  });
  return loaded;
}
