import type { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import { type MingceConfig, MingcePlugin } from './plugin.ts';

/** The preset to put after `UniverSheetsCorePreset` and `UniverSheetsDataValidationPreset`. */
export function MingcePreset(config: Partial<MingceConfig> = {}): ReturnType<typeof UniverSheetsCorePreset> {
  return { plugins: [[MingcePlugin, config]] };
}
