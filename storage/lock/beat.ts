import { z } from 'zod';

/** A writer's sign of life in localStorage; `beat` in milliseconds since 1970. */
export interface Beat {
  readonly owner: string;
  readonly beat: number;
}

const beatSchema = z.object({ owner: z.string().min(1), beat: z.number() });

/** How often the writer gives a sign of life, and after how long a silent one counts as gone, in milliseconds. */
export const BEAT_EVERY = 2_000;
export const STALE_AFTER = 5_000;

/** Reads a sign of life; what is none counts as nobody. */
export function readBeat(text: string | null): Beat | null {
  if (text === null) return null;
  try {
    const parsed = beatSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/**
 * How long to wait before a writer that does not answer counts as gone; 0: it is gone. A beat from the future (the
 * clock was set back) counts as fresh, but never for longer than usual.
 */
export function patience(beat: Beat, now: number): number {
  return Math.min(STALE_AFTER, Math.max(0, beat.beat + STALE_AFTER - now));
}
