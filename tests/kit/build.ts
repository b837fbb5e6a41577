import react from '@vitejs/plugin-react'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** Builds the page that shows every part of the kit; gives the folder it was built into. */
export async function buildKitPage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'kecan-kit-'))
  // The test runner's own setting would build React's development version, which is too slow to measure.
  process.env['NODE_ENV'] = 'production'
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'warn',
    plugins: [react()],
    build: { outDir, chunkSizeWarningLimit: 1_000, emptyOutDir: true, target: ['chrome109', 'firefox115', 'safari15.4'] },
  })
  return outDir
}
