import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const root = join(import.meta.dirname, '..')
const running = new Set<ChildProcess>()

afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
})

/** A server as `npm start` runs it, in a process of its own. */
export type Serving = {
  address: string
  /** All that it has written, line by line. */
  lines: string[]
  tell: (signal: NodeJS.Signals) => void
  /** The code with which it ended. */
  ended: Promise<number | null>
}

/** Starts the product on a database and waits until it tells its address. */
export async function startServer(url: string, env: Record<string, string> = {}): Promise<Serving> {
  const child = spawn(process.execPath, [join(root, 'src', 'main.ts'), 'start'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url, KECAN_DEMO: 'off', PORT: '0', KECAN_LOG: 'info', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const lines: string[] = []
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  const address = await new Promise<string>((resolve, reject) => {
    const hear = (data: Buffer): void => {
      lines.push(...data.toString().split('\n').filter(Boolean))
      const told = lines.map((line) => /^Kế Cận: (http\S+)/.exec(line)?.[1]).find(Boolean)
      if (told) resolve(told)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void ended.then((code) => reject(new Error(`The server ended (${code}):\n${lines.join('\n')}`)))
  })
  return { address, lines, tell: (signal) => child.kill(signal), ended }
}
