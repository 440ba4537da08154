import type { ProjectLock } from '../lock/types.ts';
import type { OpenedProject } from '../open-project.ts';
import type { Saver } from '../saver/saver.ts';
import type { Storage } from '../storage.ts';
import type * as entry from './entry.ts';
import type { ListStore } from './list-store.ts';

declare global {
  /** What the harness's page offers to `page.evaluate`. */
  var mingce: typeof entry;
  /** What a test keeps in its page from one `evaluate` to the next; the page begins with an empty object. */
  var tab: { projects: Storage; opened: OpenedProject; lock: ProjectLock; store: ListStore; saver: Saver };
}
