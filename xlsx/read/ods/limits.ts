/** The most that the content of an .ods may unpack to: what a table of 30,000 people takes. Bytes. */
export const LARGEST_CONTENT = 64 * 1024 * 1024;
