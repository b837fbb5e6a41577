import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

export type ServerProcess = { base: string; pid: number | undefined; startedInMs: number; stop: () => Promise<void> }

const root = join(import.meta.dirname, '..', '..', '..')

/** The product's own server in a process of its own, until it answers. */
export async function startServer(
  environment: Record<string, string | undefined>,
  program = ['src/main.ts', 'start'],
): Promise<ServerProcess> {
  const began = performance.now()
  const child = spawn(process.execPath, program, {
    cwd: root,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const base = await addressOf(child)
  const answer = await fetch(`${base}/api/session`)
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`The server answers ${answer.status}`)
  return { base, pid: child.pid, startedInMs: performance.now() - began, stop: () => stop(child) }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (text: Buffer) => {
      said = `${said}${text.toString()}`.slice(-20_000)
      const [, base] = /Kế Cận: (http:\/\/\S+)/.exec(said) ?? []
      if (base) resolve(base)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The server ended (${code})\n${said}`)))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
