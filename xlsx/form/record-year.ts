/** The year in a text: `2017`, `2017.03`, `2017年3月5日`, `2016.12-2017.1` (the first); undefined without one. */
export function recordYear(text: string): number | undefined {
  const match = /(?<![0-9])((?:19|20)[0-9]{2})(?=[^0-9]|(?:0[1-9]|1[0-2])(?:[0-9]{2})?(?![0-9])|$)/.exec(
    text.normalize('NFKC'),
  );
  return match === null ? undefined : Number(match[1]);
}
