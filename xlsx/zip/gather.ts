/** What small pieces are gathered to, in bytes; as much is handed on as it is. */
const ENOUGH = 1 << 16;

/**
 * The same bytes in fewer pieces: headers, names and small parts are joined, since whoever writes waits once for every
 * piece. A large piece (a photo) is passed on without a copy.
 */
export async function* gathered(pieces: AsyncIterable<Uint8Array>, enough = ENOUGH): AsyncGenerator<Uint8Array, void> {
  let waiting = new Uint8Array(enough);
  let filled = 0;
  for await (const piece of pieces) {
    if (filled > 0 && filled + piece.length > enough) {
      yield waiting.subarray(0, filled);
      waiting = new Uint8Array(enough);
      filled = 0;
    }
    if (piece.length >= enough) yield piece;
    else {
      waiting.set(piece, filled);
      filled += piece.length;
    }
  }
  if (filled > 0) yield waiting.subarray(0, filled);
}
