import type { zhCN } from './zh-CN.ts';

/** Every sentence the plugin shows. */
export type Locale = typeof zhCN;
