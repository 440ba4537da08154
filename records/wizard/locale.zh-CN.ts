/** A date as a notice writes it. */
export const longDate = (year: number, month: number, day: number): string => `${year}年${month}月${day}日`;
