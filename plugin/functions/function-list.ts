import { ALL_IMPLEMENTED_FUNCTIONS_SET, FunctionType, type IFunctionInfo } from '@univerjs/engine-formula';
import { functionCalled, functionNames } from '../../formulas/functions.ts';
import { quoted } from '../../formulas/native.ts';
import type { FunctionSpec, Value } from '../../formulas/types.ts';
import type { Locale } from '../locale/locale.ts';
import { CatalogueFunction } from './catalogue-function.ts';

/** The names of the catalogue that Univer has no function for: its own `LEN` and `IF` stay as they are. */
export const cellFunctionNames: readonly string[] = functionNames.filter(
  (name) => !ALL_IMPLEMENTED_FUNCTIONS_SET.has(name),
);

/** A value as one writes it in a cell's formula. */
function written(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(value);
  return 'error' in value ? (value.says ?? value.error) : `{${value.map(written).join(',')}}`;
}

function describe(name: string, spec: FunctionSpec, words: Locale['functions']): IFunctionInfo {
  const [example] = spec.examples;
  const call = `=${name}(${(example?.args ?? []).map(written).join(',')})`;
  const other = name === spec.name ? spec.label : spec.name;
  return {
    functionName: name,
    functionType: FunctionType.User,
    description: words.description(spec.help, other, call, written(example?.result ?? '')),
    abstract: spec.help,
    functionParameter: spec.parameters.map(({ name: key, label, optional, rest }, at) => ({
      name: label,
      detail: key === 'asOf' ? words.asOf(label) : label,
      example: written(example?.args[at] ?? null),
      require: optional === true ? 0 : 1,
      repeat: rest === true ? 1 : 0,
    })),
  };
}

/**
 * The catalogue for `UniverSheetsCorePreset({ formula: cellFunctions(locale) })`: classes by name, which work in a worker
 * and under a policy without `eval`, and their help for the list of functions.
 */
export function cellFunctions(locale: Locale): {
  readonly function: [typeof CatalogueFunction, string][];
  readonly description: IFunctionInfo[];
} {
  const description = cellFunctionNames.flatMap((name) => {
    const spec = functionCalled(name);
    return spec ? [describe(name, spec, locale.functions)] : [];
  });
  return { function: cellFunctionNames.map((name) => [CatalogueFunction, name]), description };
}
