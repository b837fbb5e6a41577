import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = `http://127.0.0.1:${process.env['PORT'] ?? 8787}`

export default defineConfig({
  root: 'src/web',
  plugins: [react(), zodWithoutCode()],
  // Exchanged for each page that is delivered: src/server/pages.ts.
  html: { cspNonce: '%nonce%' },
  build: {
    outDir: '../../dist',
    // Chrome 109 is the last for Windows 7 and 8.1, which offices still use.
    target: ['chrome109', 'firefox115', 'safari15.4'],
    emptyOutDir: true,
    rolldownOptions: {
      input: { index: 'src/web/index.html', 'attendance-worker': 'src/web/attendance-worker.ts' },
      // A worker is known by its address: src/server/pages.ts.
      output: { entryFileNames: ({ name }) => (name === 'attendance-worker' ? '[name].js' : 'assets/[name]-[hash].js') },
    },
    chunkSizeWarningLimit: 1_000,
  },
  server: {
    proxy: { '/api': server, '/openapi.json': server },
  },
})

/** zod tries whether it may make code of text, which our content security policy reports; here it is told beforehand. */
function zodWithoutCode(): Plugin {
  const asked = '__zod_globalConfig = {}'
  return {
    name: 'zod-without-code',
    transform: (code, id) =>
      id.endsWith('zod/v4/core/core.js') && code.includes(asked) ? code.replace(asked, '__zod_globalConfig = { jitless: true }') : null,
  }
}
