import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type Served = {
  address: string
  child: ChildProcess
  /** SIGKILL: nothing is ended in order, no connection said goodbye to. */
  kill: () => Promise<void>
  stop: () => Promise<void>
}

const patienceInMs = 60_000

/** The product itself, as a process of its own, serving over that database. */
export async function serve(url: string): Promise<Served> {
  const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts')
  const env = {
    ...process.env,
    DATABASE_URL: url,
    KECAN_DEMO: 'off',
    PORT: '0',
    HOST: '127.0.0.1',
    KECAN_LOG: 'error',
    KECAN_BACKUP_DIR: '',
  }
  const child = spawn(process.execPath, [main, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (text) => (said = `${said}${text}`.slice(-4_000)))
  const exited = once(child, 'exit')
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await exited
  }
  try {
    const address = await addressOf(child, () => said)
    return { address, child, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
  } catch (error) {
    await end('SIGKILL')
    throw error
  }
}

function addressOf(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The server did not start\n${said()}`)), patienceInMs)
    child.once('exit', (code) => reject(new Error(`The server ended (${code})\n${said()}`)))
    if (!child.stdout) return reject(new Error('The server says nothing'))
    createInterface(child.stdout).on('line', (line) => {
      said()
      const [address] = /https?:\/\/\S+/.exec(line) ?? []
      if (!address || !line.startsWith('Kế Cận')) return
      clearTimeout(late)
      resolve(address)
    })
  })
}
