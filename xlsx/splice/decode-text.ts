const DECLARATION = /^\ufeff?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["'][^>]*\?>/;

/**
 * A part's text by its byte order mark or declaration (XML 1.0, appendix F); undefined when the bytes are not in it.
 * What is written is UTF-8, so a declaration of another encoding is replaced.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const label = encodingOf(bytes);
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    if (label === 'utf-8') return text;
    return text.replace(DECLARATION, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>');
  } catch {
    return undefined;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = DECLARATION.exec(head.replace('\u00ef\u00bb\u00bf', ''))?.[1]?.toLowerCase();
  return declared === undefined || declared === 'utf8' || declared === 'us-ascii' ? 'utf-8' : declared;
}
