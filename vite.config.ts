import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('./app'),
  publicDir: here('./public'),
  base: './',
  build: {
    target: 'chrome109',
    outDir: here('./dist'),
    emptyOutDir: true,
    chunkSizeWarningLimit: 8000,
    rolldownOptions: {
      onLog(level, log, report) {
        // Libraries mark components for server rendering ("use client"); there is no server here.
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
  preview: { host: '127.0.0.1', strictPort: false },
});
