const ENDING = '.xlsx';
/** Windows refuses these in a file's name, and the reserved names whatever their ending. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/iu;
/** Longest name in characters, so that it fits below a folder on Windows. */
const LONGEST = 120;

/** A name that every system takes: what is forbidden becomes `_`; blank stays blank. */
export function cleanFileName(text: string, ending: '.xlsx' | '.zip' = ENDING): string {
  const base = [...withoutEnding(text, ending).replace(FORBIDDEN, '_')]
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/u, '')
    .trim();
  if (base === '') return '';
  return `${RESERVED.test(base) ? `${base}_` : base}${ending}`;
}

/** What a name as typed means: with its ending, once. */
export function withEnding(text: string, ending: '.xlsx' | '.zip' = ENDING): string {
  return withoutEnding(text, ending) + ending;
}

function withoutEnding(text: string, ending: string): string {
  return text.toLowerCase().endsWith(ending) ? text.slice(0, -ending.length) : text;
}
