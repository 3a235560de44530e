import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@artemis/source'] },
  ssr: { resolve: { conditions: ['@artemis/source'] } },
  test: {
    include: ['e2e/**/*.test.ts'],
    // One server and one browser at a time.
    fileParallelism: false,
    // Each wait has a limit of its own and says what it saw; this is only a net below them.
    testTimeout: 900_000,
    hookTimeout: 300_000,
  },
});
