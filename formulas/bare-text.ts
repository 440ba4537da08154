import { cleanText } from './clean-text.ts';

const QUOTES = /^['‘’`"“”]+|['‘’"“”,.。;、:]+$/gu;
const BRACKETS = /^[([{<〔【〖「『《]([^()[\]{}<>〔〕【】〖〗「」『』《》]*)[)\]}>〕】〗」』》]$/u;

/**
 * A short value as it is compared: NFKC, without quotation marks or brackets around all of it and without a stop behind.
 * Not for names, whose rare characters must stay.
 */
export function bareText(text: string): string {
  const plain = cleanText(text).normalize('NFKC').replace(QUOTES, '').trim();
  return plain.replace(BRACKETS, '$1').replace(QUOTES, '').trim();
}
