const PADDING = 0x3d;
/** No letter's value: its upper bits are set. */
const NONE = 0xff;
const VALUES = new Uint8Array(256).fill(NONE);
for (const [value, letter] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  VALUES[letter.charCodeAt(0)] = value;

/**
 * The bytes that base64 letters stand for, from letters that are bytes themselves: no text has to be made of a picture's
 * 270 KB first, which takes twice as long as reading them. Undefined when there is anything but whole groups of the 64
 * letters with at most two `=` at the end.
 */
export function base64Bytes(letters: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (letters.length % 4 !== 0) return undefined;
  if (letters.length === 0) return new Uint8Array(0);
  const padding = letters.at(-1) !== PADDING ? 0 : letters.at(-2) !== PADDING ? 1 : 2;
  const bytes = new Uint8Array((letters.length / 4) * 3 - padding);
  const value = (at: number): number => VALUES[letters[at] ?? NONE] ?? NONE;
  const whole = padding === 0 ? letters.length : letters.length - 4;
  let seen = 0;
  let out = 0;
  for (let at = 0; at < whole; at += 4) {
    const [a, b, c, d] = [value(at), value(at + 1), value(at + 2), value(at + 3)];
    seen |= a | b | c | d;
    const group = (a << 18) | (b << 12) | (c << 6) | d;
    bytes[out++] = group >> 16;
    bytes[out++] = group >> 8;
    bytes[out++] = group;
  }
  if (padding > 0) {
    const [a, b, c] = [value(whole), value(whole + 1), padding === 1 ? value(whole + 2) : 0];
    seen |= a | b | c;
    bytes[out++] = (a << 2) | (b >> 4);
    if (padding === 1) bytes[out++] = (b << 4) | (c >> 2);
  }
  return seen > 63 ? undefined : bytes;
}
