import { headerText } from './header-text.ts';
import type { ReadRow } from './read-rows.ts';

const TOWN = '\\p{Script=Han}{1,6}?(?:街道|镇|乡)';
const VILLAGE = '\\p{Script=Han}{1,12}?(?:村|社区)';
const COUNTY = '(?:\\p{Script=Han}{2,6}?(?:自治县|县|市|(?<!社)区))';
const BOTH = new RegExp(`^${COUNTY}?(${TOWN})(?:党委)?[-—·/、\\s]*(${VILLAGE})$`, 'u');
/** 白虎村3组: the part of a village that somebody lives in. */
const GROUP = /(?<=村|社区)第?[\d一二三四五六七八九十]{1,3}(?:村民小?|居民小?)?(?:组|社|队)$/u;
/** 1.白虎村, 白虎村（3人）: numbered, or with the number of its people. */
const COUNTED =
  /^(?:[([]?[\d一二三四五六七八九十]{1,3}[.、)\]]\s*)?(\p{Script=Han}{1,12}(?:村|社区))(?:\s*[([]?共?\d{1,3}[人名][)\]]?)?$/u;
const MARKED = /^[★☆※▲△●◆*\s]+|[★☆※▲△●◆*。.,，、;；\s]+$/gu;
const BRACKETED = /^[(（[【]([^()（）[\]【】]*(?:村|社区|镇|乡|街道))[)）\]】]$/u;
const COUNTY_TOWN = new RegExp(`^${COUNTY}(${TOWN})$`, 'u');

/**
 * A village's cell that says the township as well (西龙镇白虎村), and a township's that says the county (青神县西龙镇):
 * each field takes its own part. Only where what is cut off is certain: the township is the record's own, or there is
 * no column for it. What the cells say stays with the record (`written`).
 */
export function ownPlaces(
  records: readonly ReadRow[],
  columns: readonly { readonly field: string | undefined; readonly header: string }[],
): readonly ReadRow[] {
  // Only under a label that asks for the group: elsewhere somebody may mean what is written.
  const grouped = columns.some(({ field, header }) => field === 'village' && /组$/.test(headerText(header).core));
  const stated = columns.some(({ field }) => field === 'township');
  // Many people have one village.
  const known = new Map<string, Map<string, Record<string, string> | undefined>>();
  return records.map((record) => {
    const { texts } = record;
    const { township = '', village = '' } = texts;
    const under = known.get(township) ?? new Map<string, Record<string, string> | undefined>();
    if (!under.has(village)) known.set(township, under.set(village, ownParts(township, village, grouped, stated)));
    const own = under.get(village);
    if (own === undefined) return record;
    const written = Object.fromEntries(Object.keys(own).map((key) => [key, texts[key] ?? '']));
    return { ...record, texts: { ...texts, ...own }, written: { ...record.written, ...written } };
  });
}

/** The fields that take a part of their cell only; `undefined` where both stand as they are written. */
function ownParts(
  township: string,
  village: string,
  grouped: boolean,
  stated: boolean,
): Record<string, string> | undefined {
  const town = withoutCounty(oneLine(unmarked(township)));
  const place = uncounted(oneLine(unmarked(village)));
  const said = grouped ? place.replace(GROUP, '') : place;
  const both = BOTH.exec(plain(said));
  const [, bothTown = '', bothVillage = ''] = both ?? [];
  const splits = bothVillage !== '' && (town === bothTown || (!stated && (town === '' || said.includes(town))));
  const own: Record<string, string> = {};
  if (town !== township) own.township = town;
  if ((splits ? bothVillage : said) !== village) own.village = splits ? bothVillage : said;
  if (splits && town === '') own.township = bothTown;
  return Object.keys(own).length === 0 ? undefined : own;
}

/** A name set letter below letter in a merged cell, or spaced out, is the name. */
function oneLine(text: string): string {
  const squeezed = text.replace(/[\s\u3000]+/g, '');
  return /^\p{Script=Han}+$/u.test(squeezed) ? squeezed : text;
}

/** ★白虎村, （白虎村）, 白虎村。 */
function unmarked(text: string): string {
  const plainText = text.replace(MARKED, '').trim();
  return BRACKETED.exec(plainText)?.[1] ?? (plainText === '' ? text : plainText);
}

function uncounted(village: string): string {
  return COUNTED.exec(plain(village))?.[1] ?? village;
}

function withoutCounty(township: string): string {
  return COUNTY_TOWN.exec(plain(township))?.[1] ?? township;
}

function plain(text: string): string {
  return text.normalize('NFKC').trim();
}
