/** Node takes the letters of URLs for those of base64. */
const OTHERS = ['-', '_'];
const PADDING = 0x3d;

/**
 * The bytes that base64 letters stand for. Undefined when there is anything but whole groups of the 64 letters with at
 * most two `=` at the end: Node's decoder, several times as fast as one in JavaScript, passes over what it does not know,
 * and so gives fewer bytes than such letters stand for.
 */
export function base64Bytes(letters: Buffer): Buffer<ArrayBuffer> | undefined {
  if (letters.length % 4 !== 0 || OTHERS.some((letter) => letters.includes(letter))) return undefined;
  const padding = letters.at(-1) !== PADDING ? 0 : letters.at(-2) !== PADDING ? 1 : 2;
  const bytes = Buffer.from(letters.toString('latin1'), 'base64');
  return bytes.length === (letters.length / 4) * 3 - padding ? bytes : undefined;
}
