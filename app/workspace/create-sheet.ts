import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-filter/lib/index.css';
import '@univerjs/preset-sheets-find-replace/lib/index.css';
import '@univerjs/preset-sheets-sort/lib/index.css';
import { Injector, merge } from '@univerjs/core';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreZh from '@univerjs/preset-sheets-core/locales/zh-CN';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationZh from '@univerjs/preset-sheets-data-validation/locales/zh-CN';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterZh from '@univerjs/preset-sheets-filter/locales/zh-CN';
import { UniverSheetsFindReplacePreset } from '@univerjs/preset-sheets-find-replace';
import findZh from '@univerjs/preset-sheets-find-replace/locales/zh-CN';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import sortZh from '@univerjs/preset-sheets-sort/locales/zh-CN';
import { createUniver, LocaleType, mergeLocales } from '@univerjs/presets';
import { ISidebarService, IUIController, type IUniverUIConfig, UniverUIPlugin } from '@univerjs/ui';
import { cellFunctions, KeptSidebarService, MingcePreset, PromptUIController, zhCN } from '../../plugin/index.ts';
import { SHELL } from '../locale/shell-zh-CN.ts';

/** Without tabs in the ribbon, Univer names its toolbar by the key of a tab that it has no words for. */
const TOOLBAR = { ribbon: { start: SHELL.sheet.toolbar } };

/** What Univer says to whoever types where nothing can be: it would send a clerk to a creator whom there is not. */
const REFUSALS = [
  'alertContent',
  'commonErr',
  'editErr',
  'pasteErr',
  'setStyleErr',
  'autoFillErr',
  'moveRangeErr',
  'setRowColStyleErr',
  'moveRowColErr',
  'insertRowColErr',
  'removeRowColErr',
  'filterErr',
  'operatorSheetErr',
  'formulaErr',
];
const READ_ONLY = {
  'sheets-ui': { permission: { dialog: Object.fromEntries(REFUSALS.map((key) => [key, SHELL.sheet.refused])) } },
};

type IPreset = ReturnType<typeof UniverSheetsCorePreset>;

/** The core preset with our sidebar in the place of its own, and drawn without waiting. */
function withOwnInterface(preset: IPreset): IPreset {
  const plugins = preset.plugins.map((entry) => {
    const [plugin, options] = Array.isArray(entry) ? entry : [entry, {}];
    if (plugin !== UniverUIPlugin) return entry;
    const config: IUniverUIConfig = { ...options };
    const draws = (injector: Injector): PromptUIController => injector.createInstance(PromptUIController, config);
    config.override = [
      [ISidebarService, { useClass: KeptSidebarService }],
      [IUIController, { useFactory: draws, deps: [Injector] }],
    ];
    const own: IPreset['plugins'][number] = [plugin, config];
    return own;
  });
  return { ...preset, plugins };
}

/** A Univer with the presets of this page, in Chinese, drawn into `container`. */
export function createSheet(container: HTMLElement): ReturnType<typeof createUniver> {
  return createUniver({
    locale: LocaleType.ZH_CN,
    locales: {
      [LocaleType.ZH_CN]: mergeLocales(
        merge(merge({}, coreZh), READ_ONLY),
        validationZh,
        sortZh,
        filterZh,
        findZh,
        TOOLBAR,
      ),
    },
    presets: [
      withOwnInterface(
        UniverSheetsCorePreset({
          container,
          ribbonType: 'simple',
          disableTextFormatAlert: true,
          disableTextFormatMark: true,
          formula: cellFunctions(zhCN),
          sheets: { disableForceStringAlert: true, disableForceStringMark: true },
        }),
      ),
      UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
      UniverSheetsSortPreset(),
      UniverSheetsFilterPreset(),
      UniverSheetsFindReplacePreset(),
      MingcePreset(),
    ],
  });
}
