// `npm run mingce`: the built program, or the sources where it was not built from them.
import { pathToFileURL } from 'node:url';
import { builtProgram } from './built.mjs';

const program = builtProgram('main');
if (program === undefined) (await import('tsx/esm/api')).register();
await import(program === undefined ? './main.ts' : pathToFileURL(program).href);
