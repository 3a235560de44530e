import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@artemis/source'] },
  ssr: { resolve: { conditions: ['@artemis/source'] } },
  test: {
    include: ['e2e/**/*.test.ts'],
    // One server and one browser at a time.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
