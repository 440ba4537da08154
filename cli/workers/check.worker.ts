import { parentPort, workerData } from 'node:worker_threads';
import { type CheckSetup, checkFile } from './check-file.ts';

/** A thread that checks the files it is told, one after the other. */
const setup: CheckSetup = workerData;
parentPort?.on('message', ({ at, file }: { readonly at: number; readonly file: string }) => {
  parentPort?.postMessage({ at, answer: checkFile(file, setup) });
});
