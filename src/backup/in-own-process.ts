import { spawn } from 'node:child_process'
import { join } from 'node:path'

/**
 * Begins the nightly backup as a program of its own: pages and imports do not wait for it, and it outlives the thread that began it.
 * It notes itself how it went; here only that it could not begin is told.
 */
export function beginScheduledBackup(): void {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'main.ts'), 'backup', '--scheduled'], { stdio: 'ignore' })
  child.once('error', (error) => console.error(error))
}
