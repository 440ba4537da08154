import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.{ts,tsx}'],
    exclude: ['node_modules/**', 'dist/**', 'dist-cli/**', 'e2e/**'],
    // Both cores: left to itself the runner keeps one for itself.
    maxWorkers: 2,
    // One realm per core for all its files: otherwise a third of the time goes into loading the same modules again.
    isolate: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
