/** What looks like an ID number or a phone number (mobile, or landline with area code), spaces aside. */
const PATTERNS = [
  /(?<!\d)\d{17}[\dXx](?![\dA-Za-z])/,
  /(?<!\d)\d{15}(?!\d)/,
  /(?<!\d)(?:\+?86-?)?1[3-9]\d-?\d{4}-?\d{4}(?!\d)/,
  /(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)/,
];
const RUN = /[0-9][0-9Xx-]{5,}/g;

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\u200b]/g, '');
const digits = (text: string): string => bare(text).replaceAll('-', '').toUpperCase();

/** A number as it may be written: a landline without its area code too. */
function forms(number: string): readonly string[] {
  const local = /^0\d{9,11}$/.test(number) ? [number.slice(3), number.slice(4)] : [];
  return [number, ...local].filter(({ length }) => length >= 6);
}

/** A test for texts that must not be published. `known`: the people's own numbers, in whatever form. */
export function sensitiveTest(known: Iterable<string>): (text: string) => boolean {
  const numbers = new Set([...known].flatMap((number) => forms(digits(number))));
  return (text) => {
    const plain = bare(text);
    if (PATTERNS.some((pattern) => pattern.test(plain))) return true;
    return (plain.match(RUN) ?? []).some((run) => numbers.has(digits(run)));
  };
}
