import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = `http://127.0.0.1:${process.env['PORT'] ?? 8787}`

export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist',
    // Chrome 109 is the last for Windows 7 and 8.1, which offices still use.
    target: ['chrome109', 'firefox115', 'safari15.4'],
    emptyOutDir: true,
    chunkSizeWarningLimit: 1_000,
  },
  server: {
    proxy: { '/api': server, '/openapi.json': server },
  },
})
