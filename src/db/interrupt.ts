import { setTimeout as pause } from 'node:timers/promises'

const patienceInMs = 60_000
// One keystroke reaches us from the terminal and again from the program that started us.
const oneKeystrokeInMs = 1_000

/** What is to be ended in order when a person or the machine interrupts us: the newest first. */
const endings = new Set<() => Promise<void>>()

/** Remembers how to end something; returns how to forget it. */
export function onInterrupt(end: () => Promise<void>): () => void {
  endings.add(end)
  return () => endings.delete(end)
}

/** Ends everything on Ctrl+C, a request to terminate, a closed terminal, or the death of the process that started us; at once on a second such word. */
export function endOnInterrupt(): void {
  let ending = false
  const endAll = async (code: number): Promise<void> => {
    if (ending) return
    ending = true
    for (const end of [...endings].toReversed()) await Promise.race([end().catch(() => undefined), pause(patienceInMs)])
    process.exit(process.exitCode ?? code)
  }
  let firstAt: number | undefined
  const told = (code: number): void => {
    firstAt ??= Date.now()
    if (Date.now() - firstAt > oneKeystrokeInMs) process.exit(code)
    void endAll(code)
  }
  process.on('SIGINT', () => told(130))
  process.on('SIGTERM', () => told(143))
  process.on('SIGHUP', () => void endAll(129))
  process.on('disconnect', () => void endAll(129))
  // The channel to the parent tells of its death; it is no reason to stay alive.
  process.channel?.unref()
}
