import { asText } from '../formulas/value.ts';
import type { Evaluate } from './compile.ts';
import type { DataRecord } from './types.ts';

/**
 * A rule's sentence, taken apart once: `{name}` from the values, `{value}` what stands in the field; what is no name of
 * either stands as it is written.
 */
export function sentenceOf(
  message: string,
  values: ReadonlyMap<string, Evaluate>,
): (record: DataRecord, value: string) => string {
  const parts = message.split(/\{([A-Za-z][A-Za-z0-9.-]*)\}/).map((text, at): Part => {
    if (at % 2 === 0) return () => text;
    const evaluate = values.get(text);
    if (evaluate) return (record) => asText(evaluate(record));
    return text === 'value' ? (_, value) => value : () => `{${text}}`;
  });
  return (record, value) => {
    let sentence = '';
    for (const part of parts) sentence += part(record, value);
    return sentence;
  };
}

type Part = (record: DataRecord, value: string) => string;
