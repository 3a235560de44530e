import { defineConfig } from 'vitest/config';

// Whole games take minutes; ARTEMIS_E2E=long plays them as well.
const long = process.env['ARTEMIS_E2E'] === 'long';

export default defineConfig({
  resolve: { conditions: ['@artemis/source'] },
  ssr: { resolve: { conditions: ['@artemis/source'] } },
  test: {
    include: ['e2e/**/*.test.ts'],
    exclude: long ? [] : ['e2e/journey.test.ts', 'e2e/defeat.test.ts'],
    // One server and one browser at a time.
    fileParallelism: false,
    // Each wait has a limit of its own and says what it saw; this is only a net below them.
    testTimeout: 900_000,
    hookTimeout: 300_000,
  },
});
