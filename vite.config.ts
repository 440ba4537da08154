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
  },
  preview: { host: '127.0.0.1', strictPort: false },
});
