const DAY = 86_400_000;
/** Day 0 of the 1900 system, which counts a 29 February 1900 that never was; right from 1 March 1900 on. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/**
 * A date serial as `1990-05-01`, with ` 13:45` or ` 13:45:10` where it has a time of day; `undefined` outside the
 * years 1900 to 9999. `date1904` is the workbook's epoch.
 */
export function serialToText(serial: number, date1904: boolean): string | undefined {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return undefined;
  // To the second, as spreadsheets display it.
  const seconds = Math.round(serial * 86_400);
  let days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  if (!date1904 && days < 60) days += 1;
  const date = new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + days * DAY);
  const text = date.toISOString().slice(0, 10);
  return rest === 0 ? text : `${text} ${timeText(rest)}`;
}

/** Seconds of a day as `13:45` or `13:45:10`. */
function timeText(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const minutes = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? minutes : `${minutes}:${two(seconds % 60)}`;
}
