import type { Value } from '../formulas/types.ts';
import { asText } from '../formulas/value.ts';

/** A rule's sentence with its values put in: `{name}` from the values, `{value}` what stands in the field. */
export function fillMessage(message: string, values: ReadonlyMap<string, Value>, value: string): string {
  return message.replace(/\{([A-Za-z][A-Za-z0-9.-]*)\}/g, (whole, name: string) => {
    if (values.has(name)) return asText(values.get(name));
    return name === 'value' ? value : whole;
  });
}
