import { guessColumns, headerColumns, isHeader, type ListColumns } from './village-columns.ts';
import { isBare, isCounty, isNoise, isTotal, isTownship, isVillage, plain, splitJoined } from './village-words.ts';

export interface ListedVillage {
  readonly township: string;
  readonly name: string;
}

/** A line that gave no village. `line` counts from 1; `header` is no mistake. */
export interface SkippedLine {
  readonly line: number;
  readonly text: string;
  readonly reason: 'header' | 'total' | 'no-village' | 'duplicate';
}

export interface VillageList {
  /** In the order of the list, each once. */
  readonly villages: readonly ListedVillage[];
  readonly skipped: readonly SkippedLine[];
}

interface Line {
  readonly line: number;
  readonly text: string;
  /** Cells of a table row, blank ones too; one cell for a line of plain text. */
  readonly cells: readonly string[];
}

/** `1、` `（2）` `3.` at the beginning of a line. */
const NUMBERING = /^[\s(（]*(?:\d{1,4}|[一二三四五六七八九十]{1,3})[)）.．、,，:：]\s*/u;
/** The spaces of `白 虎 村`: between characters that stand alone. */
const PADDING = /(?<=(?:^|\s)\p{Script=Han})\s+(?=\p{Script=Han}(?:\s|$))/gu;
const BETWEEN = /[\s,，;；、:：|/]+/u;

/**
 * Reads a list of 乡镇 and 村 pasted from anywhere: a table with or without header, with merged township cells (blank or
 * 同上: as above), one column with the townships as headings, `南城镇：白虎村、元坝村`, joined names, numbering.
 * Nothing is dropped without being named in `skipped`.
 * @param text as pasted
 * @param township of villages that stand under none, `''` if not known
 */
export function parseVillageList(text: string, township = ''): VillageList {
  const lines = text
    .split(/\r\n|\r|\n/u)
    .map((raw, at): Line => ({ line: at + 1, text: raw.trim(), cells: raw.split('\t').map(plain) }))
    .filter((line) => line.text !== '');
  const table = lines.some((line) => line.cells.length > 1);
  const columns = table ? tableColumns(lines) : null;
  const bareCounts = !lines.some((line) => words(line).some(isVillage));
  const prefixes = joinedPrefixes(lines, township);

  const villages: ListedVillage[] = [];
  const skipped: SkippedLine[] = [];
  const seen = new Set<string>();
  let current = township;
  for (const line of lines) {
    const skip = (reason: SkippedLine['reason']): void => {
      skipped.push({ line: line.line, text: line.text, reason });
    };
    if (isHeader(line.cells) || isHeader(words(line))) {
      skip('header');
      continue;
    }
    if (isTotal(line.cells.find((cell) => cell !== '') ?? '')) {
      skip('total');
      continue;
    }
    const found = columns ? byColumns(line, columns) : byWords(line, bareCounts, prefixes);
    if (found.township !== null) current = found.township;
    if (found.names.length === 0 && found.township === null) skip('no-village');
    for (const { own, name } of found.names) {
      if (own !== null) current = own;
      const key = `${current}\n${name}`;
      if (seen.has(key)) skip('duplicate');
      else villages.push({ township: current, name });
      seen.add(key);
    }
  }
  return { villages, skipped };
}

interface Found {
  /** A township named by the line, `null`: as above. */
  readonly township: string | null;
  readonly names: readonly { readonly own: string | null; readonly name: string }[];
}

function tableColumns(lines: readonly Line[]): ListColumns | null {
  for (const line of lines) {
    const columns = headerColumns(line.cells);
    if (columns) return columns;
  }
  return guessColumns(lines.map((line) => line.cells));
}

function byColumns(line: Line, { township, village }: ListColumns): Found {
  const named = township === null ? '' : (line.cells[township] ?? '');
  const cell = line.cells[village] ?? '';
  const names = cell.split(BETWEEN).filter((name) => name !== '' && !isNoise(name));
  // A heading that was merged over the whole row stands in the first column.
  const heading = names.length === 0 ? line.cells.find(isTownship) : undefined;
  const tells = named !== '' && !isNoise(named) && (names.length > 0 || isTownship(named));
  return {
    township: tells ? named : (heading ?? null),
    names: names.map((name) => ({ own: null, name })),
  };
}

function byWords(line: Line, bareCounts: boolean, prefixes: ReadonlySet<string>): Found {
  let township: string | null = null;
  const names: { own: string | null; name: string }[] = [];
  for (const word of words(line)) {
    const joined = splitJoined(word);
    if (joined && prefixes.has(joined.township)) {
      names.push({ own: joined.township, name: joined.name });
      township = joined.township;
    } else if (isVillage(word) || (bareCounts && isBare(word))) names.push({ own: township, name: word });
    else if (isTownship(word)) township = word;
  }
  return { township, names };
}

function words(line: Line): readonly string[] {
  return line.text
    .normalize('NFKC')
    .replace(NUMBERING, '')
    .replace(PADDING, '')
    .split(BETWEEN)
    .map(plain)
    .filter((word) => word !== '' && !isNoise(word) && !isCounty(word));
}

/** `南城镇白虎村` is taken apart only where its beginning is known as a township or met more than once: 白镇坝村 is one. */
function joinedPrefixes(lines: readonly Line[], township: string): ReadonlySet<string> {
  const counts = new Map<string, number>([[township, 2]]);
  for (const word of lines.flatMap(words)) {
    if (isTownship(word)) counts.set(word, 2);
    const joined = splitJoined(word);
    if (joined) counts.set(joined.township, (counts.get(joined.township) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([name]) => name));
}
