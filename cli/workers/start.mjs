// A thread does not inherit what makes TypeScript run, so it is registered here.
import { register } from 'tsx/esm/api';

register();
await import('./check.worker.ts');
