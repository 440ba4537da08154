/** Mingce for Univer: official tables bound to records. The public names of the plugin. */
export { BindingService } from './binding/binding.service.ts';
export { countExtras, type Extras } from './binding/count-extras.ts';
export { layoutOf } from './binding/layout.ts';
export { wholeBook } from './binding/whole-book.ts';
export type { Workbench } from './binding/workbench.ts';
export { goToField } from './commands/go-to-field.ts';
export { cellFunctions } from './functions/function-list.ts';
export { zhCN } from './locale/zh-CN.ts';
export { type OpenWorkbook, type OpenWorkbookOptions, openWorkbook } from './open-workbook.ts';
export { ToggleAbsentCommandId, TogglePanelCommandId } from './panels/panel-ids.tsx';
export { PhotoService } from './photo/photo.service.ts';
export type { PhotoKeeper } from './photo/photo-keeper.ts';
export { type MingceConfig, MingcePlugin } from './plugin.ts';
export { MingcePreset } from './preset.ts';
export { OpenRulesCommandId } from './rules/rules.controller.ts';
export { OpenWizardCommandId, type OpenWizardParams } from './wizards/wizard.controller.ts';
export { type WizardFile, type WizardHost, WizardService } from './wizards/wizard.service.ts';
