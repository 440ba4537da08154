import { z } from 'zod';
import type { ColumnUse } from './columns.ts';
import { headerText } from './header-text.ts';

/** What a clerk said the columns of a sender's layout are. */
export interface ColumnAnswer {
  /** The header words of the layout, see `layoutOf`. */
  readonly layout: string;
  /** A field per column, from the left; '' for a column of the sender's own. */
  readonly fields: readonly string[];
}

/** The project's setting that keeps the answers: an array, the newest last. */
export const ANSWERS_SETTING = 'columnAnswers';

/** Older answers are forgotten beyond this. */
const MOST = 100;

const schema = z.array(z.object({ layout: z.string(), fields: z.array(z.string()) }));

/** The answers that a project remembers; none where the setting is something else. */
export function rememberedAnswers(settings: Readonly<Record<string, unknown>>): readonly ColumnAnswer[] {
  const read = schema.safeParse(settings[ANSWERS_SETTING]);
  return read.success ? read.data : [];
}

/** Answers with another one, which takes the place of an earlier one for the same layout. */
export function withAnswer(answers: readonly ColumnAnswer[], answer: ColumnAnswer): readonly ColumnAnswer[] {
  return [...answers.filter(({ layout }) => layout !== answer.layout), answer].slice(-MOST);
}

/** What tells a sender's layout: its header words in their order, without spaces and signs. */
export function layoutOf(columns: readonly Pick<ColumnUse, 'header'>[]): string {
  return columns.map(({ header }) => headerText(header).full).join('|');
}

/** The answer for a layout, where it says something else than was found. */
export function answerFor(
  answers: readonly ColumnAnswer[],
  columns: readonly Pick<ColumnUse, 'header' | 'field'>[],
): ColumnAnswer | undefined {
  const layout = layoutOf(columns);
  const answer = answers.find((one) => one.layout === layout && one.fields.length === columns.length);
  return answer?.fields.some((field, at) => field !== (columns[at]?.field ?? '')) ? answer : undefined;
}

/** Columns as the clerk said they are; a field that the entity does not have counts as the sender's own. */
export function answered(
  columns: readonly ColumnUse[],
  answers: readonly ColumnAnswer[],
  known: ReadonlySet<string>,
): readonly ColumnUse[] {
  const answer = answerFor(answers, columns);
  if (answer === undefined) return columns;
  return columns.map((column, at) => {
    const field = answer.fields[at] ?? '';
    return { ...column, field: known.has(field) ? field : undefined, score: 1 };
  });
}
