import { type ChildProcess, fork } from 'node:child_process'
import type { Pressed, PressFault, PressJob } from './press-process.node.ts'

const seconds = 30
const idleInMs = 60_000
const memoryMb = 512

let child: ChildProcess | undefined
let idle: NodeJS.Timeout | undefined
let turn: Promise<unknown> = Promise.resolve()

/**
 * Prints in a process of its own, one paper at a time: a template may be an office's, so it may take for ever, take all memory or
 * bring the native typesetter down. A thread could not be stopped in that, and the server would fall with it.
 */
export function press(job: PressJob): Promise<Pressed> {
  const pressed = turn.then(() => ask(job))
  turn = pressed.catch(() => undefined)
  return pressed
}

async function ask(job: PressJob): Promise<Pressed> {
  clearTimeout(idle)
  const asked = (child ??= open())
  try {
    return await answerOf(asked, job)
  } finally {
    idle = setTimeout(stop, idleInMs).unref()
  }
}

function answerOf(asked: ChildProcess, job: PressJob): Promise<Pressed> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(late)
      asked.off('message', hear).off('exit', broken)
      asked.unref()
      asked.channel?.unref()
    }
    const hear = (answer: Pressed | PressFault) => {
      end()
      if ('fault' in answer) reject(new Error(answer.fault))
      else resolve(answer)
    }
    const broken = () => {
      end()
      child = undefined
      // What brings the process down is more than the memory it may take, or a fault of the typesetter.
      resolve({ problem: { code: 'template-too-large', limit: `${memoryMb} MB` } })
    }
    const late = setTimeout(() => {
      end()
      stop()
      resolve({ problem: { code: 'template-took-too-long', seconds } })
    }, seconds * 1_000)
    asked.on('message', hear).on('exit', broken)
    // While a paper is printed, the server waits for it even when it is about to end.
    asked.ref()
    asked.channel?.ref()
    asked.send(job)
  })
}

function open(): ChildProcess {
  const opened = fork(new URL('./press-process.node.ts', import.meta.url), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${memoryMb}`],
    // Typst would fetch packages that a template names; none may.
    env: { ...process.env, HTTPS_PROXY: 'http://127.0.0.1:9', ALL_PROXY: 'http://127.0.0.1:9' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  opened.once('exit', () => {
    if (child === opened) child = undefined
  })
  return opened
}

function stop(): void {
  child?.kill('SIGKILL')
  child = undefined
}
process.once('exit', stop)
