/** Markers that begin a frame and carry its size (ITU T.81, table B.1): all SOFn but DHT, JPG and DAC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
/** Markers that stand alone, without a length behind them. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/** Size and inks of a JPEG, from the frame's header behind its segments; undefined when it ends before. */
export function jpegHeader(
  bytes: Uint8Array,
  view: DataView,
): { readonly kind: 'jpeg'; readonly width: number; readonly height: number; readonly cmyk: boolean } | undefined {
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    // Fill bytes before a marker.
    if (marker === 0xff) at++;
    else if (isBare(marker)) at += 2;
    else if (isFrame(marker)) {
      return { kind: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7), cmyk: bytes[at + 9] === 4 };
    } else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
