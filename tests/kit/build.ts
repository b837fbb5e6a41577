import react from '@vitejs/plugin-react'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

/** Builds the page that shows every part of the kit; gives the folder it was built into. */
export async function buildKitPage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'kecan-kit-'))
  await build({
    configFile: false, root: import.meta.dirname, logLevel: 'warn', plugins: [react()],
    build: { outDir, emptyOutDir: true, target: ['chrome109', 'firefox115', 'safari15.4'] },
  })
  return outDir
}
