import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@artemis/source'] },
  ssr: { resolve: { conditions: ['@artemis/source'] } },
  test: { include: ['test/**/*.test.ts'] },
});
