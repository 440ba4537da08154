/** What office programs call their tables, and text that may be one. */
const TABLE = /\.(?:xlsx|xlsm|xltx|xlsb|xls|xlt|et|ett|f?ods|csv|tsv|txt|html?)$/iu;
/** What a table may have been sent in instead: it cannot be read, and saying so beats passing it over. */
const OTHER = /\.(?:docx?|wps|pdf|mht|mhtml|rar|7z)$/iu;
const ARCHIVE = /\.zip$/iu;
/** Lock files of open workbooks (`~$…`), hidden files, and what a Mac packs beside each file. */
const HIDDEN = /^(?:~\$|\.)/u;

/** What a file among those received is, by its name: others of a folder (pictures, programs) are not asked about. */
export function receivedKind(path: string): 'table' | 'document' | 'archive' | 'none' {
  const steps = path.split(/[\\/]/u);
  if (HIDDEN.test(steps.at(-1) ?? '') || steps.includes('__MACOSX')) return 'none';
  if (TABLE.test(path)) return 'table';
  if (ARCHIVE.test(path)) return 'archive';
  return OTHER.test(path) ? 'document' : 'none';
}

/** What systems leave in folders; nobody sent it. */
const SYSTEM = /^(?:thumbs\.db|desktop\.ini)$/iu;

/** Whether a file of another kind (a copy called .bak, one without an ending) was somebody's: it is named, since nobody reads it. */
export function isStranger(name: string): boolean {
  return receivedKind(name) === 'none' && !isPicture(name) && !HIDDEN.test(name) && !SYSTEM.test(name);
}

/** A .txt or a web page is a table only by what is in it: a note beside the tables is no table that went wrong. */
export const isNote = (path: string): boolean => /\.(?:txt|html?)$/iu.test(path);

/** A photo beside forms, or of a table that somebody photographed: named, since nobody reads it. */
export function isPicture(path: string): boolean {
  return /\.(?:jpe?g|png|gif|bmp|webp|heic|tiff?)$/iu.test(path) && !HIDDEN.test(path.split(/[\\/]/u).at(-1) ?? '');
}
