import { PICTURE_TEXT } from '../locale/zh-CN.ts';

/** A value as lists show it: a picture by its size, other texts as they are. */
export function shownValue(text: string): string {
  if (!text.startsWith('data:image/')) return text;
  // Four letters of base64 are three bytes.
  const size = Math.round(((text.length - text.indexOf(',') - 1) * 3) / 4 / 1024);
  return PICTURE_TEXT.replace('{size}', String(Math.max(1, size)));
}
