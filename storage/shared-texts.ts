import type { Json } from '../records/types.ts';

/** After this many different texts, a field of which few were met before is taken for one that tells records apart. */
const TRIAL = 500;

interface Field {
  readonly texts: Map<string, string>;
  met: number;
  shared: boolean;
}

/**
 * Lets equal texts of a field be one string: a database answers each record with texts of its own, and townships,
 * villages or 学历 repeat by the ten thousand. Fields whose texts hardly repeat (ID numbers) are left alone.
 */
export class SharedTexts {
  readonly #fields = new Map<string, Field>();

  /** Puts shared texts in the place of a record's own, in place; nothing is written that reads differently. */
  share(record: Record<string, Json>): void {
    for (const key in record) {
      const text = record[key];
      if (typeof text !== 'string') continue;
      let field = this.#fields.get(key);
      if (!field) {
        field = { texts: new Map(), met: 0, shared: key !== 'id' };
        this.#fields.set(key, field);
      }
      if (!field.shared) continue;
      const known = field.texts.get(text);
      field.met++;
      if (known !== undefined) record[key] = known;
      else {
        field.texts.set(text, text);
        if (field.texts.size >= TRIAL && field.texts.size * 2 > field.met) {
          field.shared = false;
          field.texts.clear();
        }
      }
    }
  }
}
