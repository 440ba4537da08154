import { Refusal } from './error.ts';
import { isPlain } from './is-json.ts';
import type { Database } from './schema.ts';
import type { WriteBatch, WriteOptions } from './types.ts';

const ignore = (): void => {};

/**
 * Writes one batch in one transaction, whole or not at all. All requests are made before the first wait, so that a page
 * that is going away has handed everything over. The stored revision must be the one before `batch.meta.rev`.
 * @throws Refusal `project-missing`, `conflict`; the browser's error otherwise.
 */
export async function writeBatch(db: Database, batch: WriteBatch, options: WriteOptions): Promise<void> {
  const project = batch.meta.id;
  const tx = db.transaction(['projects', 'blocks', 'layouts', 'place'], 'readwrite', {
    durability: options.durability,
  });
  const done = tx.done;
  done.catch(ignore);
  const send = (request: Promise<unknown>): void => {
    // Its failure is the transaction's failure, which `done` reports.
    request.catch(ignore);
  };
  const projects = tx.objectStore('projects');
  const stored = projects.get(project);
  send(projects.put(batch.meta));
  const blocks = tx.objectStore('blocks');
  for (const { entity, block } of batch.deletes) send(blocks.delete([project, entity, block]));
  for (const block of batch.puts) send(blocks.put({ project, ...block }));
  const layouts = tx.objectStore('layouts');
  for (const [sheet, layout] of batch.layouts) {
    send(layout === null ? layouts.delete([project, sheet]) : layouts.put({ project, sheet, layout }));
  }
  if (batch.place) send(tx.objectStore('place').put({ project, place: batch.place }));
  if (options.closing) {
    send(stored);
    tx.commit();
    await done;
    return;
  }
  // Committing is only allowed where the transaction is active, which it is not when the page is about to go: what is
  // under way is given up then, and `saver` sends it again as a closing write.
  let quit = false;
  options.hurry?.addEventListener('abort', () => {
    quit = true;
    try {
      tx.abort();
    } catch {
      // Already committed: it is with the browser.
    }
  });
  const refusal = await stored.then(
    (row) => check(row, batch.meta.rev - 1),
    () => null,
  );
  if (refusal) {
    tx.abort();
    await done.catch(ignore);
    throw refusal;
  }
  // Everything is sent: left to itself the transaction would wait for every answer to be heard, and a page that goes
  // away meanwhile (a long frame, a reload right after Enter) would take the edit with it.
  if (!quit) commitEarly(tx);
  await done;
}

/** Hands a transaction to the browser now; where it is not active, it goes by itself as soon as it is answered. */
function commitEarly(tx: { commit(): void }): void {
  try {
    tx.commit();
  } catch {
    // Not active or already rolled back: `done` tells which.
  }
}

function check(row: unknown, expected: number): Refusal | null {
  if (row === undefined) return new Refusal('project-missing');
  if (!isPlain(row) || row.rev !== expected) return new Refusal('conflict');
  return null;
}
