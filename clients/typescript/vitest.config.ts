import { defineConfig } from 'vitest/config';

// Generated code under test imports the runtime by the package's name; here that means its sources.
const conditions = ['@artemis/source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['test/**/*.test.ts'],
    // Properties run hundreds of cases; a busy machine must not fail them.
    testTimeout: 60_000,
  },
});
