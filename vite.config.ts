import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const server = `http://127.0.0.1:${process.env['PORT'] ?? '8080'}`;

/** Nothing is painted before day or night is known; the build drops the attribute of web/index.html. */
const paintAfterScripts: Plugin = {
  name: 'paint-after-scripts',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replace('<script type="module" crossorigin', '$& blocking="render"'),
  },
};

export default defineConfig({
  root: 'web',
  plugins: [react(), paintAfterScripts],
  // MapLibre's worker is an ES module.
  worker: { format: 'es' },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Inlined assets would be data: URLs, which the Content-Security-Policy refuses.
    assetsInlineLimit: 0,
    // MapLibre and deck.gl are large by nature; the warning would only hide others.
    chunkSizeWarningLimit: 1600,
  },
  server: {
    host: '127.0.0.1',
    port: Number(process.env['WEB_PORT'] ?? 5173),
    strictPort: true,
    // With the slash: `/api.ts` is our own source. The page's host stays, as styles name it.
    proxy: { '^/(api|tiles)/': { target: server, changeOrigin: false } },
  },
});
