import { defineConfig } from 'vite';

// The gateway of ./dev run; the development server passes its pages' requests on to it.
const gateway = process.env['ARTEMIS_GATEWAY'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  resolve: { conditions: ['@artemis/source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2022',
    // A data: URL would need a wider Content-Security-Policy than 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What the viewscreen needs of three.js is one file of 585 kB that only the main screen loads.
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: {
      '/api': gateway,
      '/ws': { target: gateway, ws: true },
    },
  },
});
