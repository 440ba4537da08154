import { useEffect, useState } from 'react';
import { loadSpeller, type Speller } from './pinyin.ts';

/** The speller once its dictionary is there. Without it (never fetched, offline) names and numbers are found all the same. */
export function useSpeller(): Speller | null {
  const [spell, setSpell] = useState<{ readonly it: Speller } | null>(null);
  useEffect(() => {
    loadSpeller().then(
      (it) => setSpell({ it }),
      () => setSpell(null),
    );
  }, []);
  return spell?.it ?? null;
}
