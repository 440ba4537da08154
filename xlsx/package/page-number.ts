import { PAGE_NUMBER } from '../locale/zh-CN.ts';

/** The element `headerFooter` that numbers the pages below their middle, as the official forms do. */
export function pageNumber(): string {
  return `<headerFooter><oddFooter>&amp;C${PAGE_NUMBER('&amp;P', '&amp;N')}</oddFooter></headerFooter>`;
}
