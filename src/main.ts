import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, type Io, UsageError } from './command-line.ts'
import { endOnInterrupt } from './db/interrupt.ts'
import { SetUpError } from './db/set-up-error.ts'

const folder = join(import.meta.dirname, 'commands')
const io: Io = { out: (line) => void process.stdout.write(`${line}\n`), say: (line) => void process.stderr.write(`${line}\n`) }

// A reader that has seen enough (`kecan figures … | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? process.exit(0) : undefined))
endOnInterrupt()
process.exitCode = await run(process.argv.slice(2))

async function run([name = 'help', ...args]: string[]): Promise<number> {
  try {
    if (['help', '--help', '-h'].includes(name)) return await help()
    if (!names().includes(name)) throw unknownCommand(name)
    const command = await load(name)
    if (args.includes('--help')) return explain(command)
    return (await command.run(args, io)) ?? 0
  } catch (error) {
    if (error instanceof UsageError) return complain(error.message, 2)
    if (error instanceof SetUpError) return complain(error.message, 1)
    io.say(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return 1
  }
}

/** One file each; a command exists when its file does. */
function names(): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  return files.map((file) => file.slice(0, -'.ts'.length)).toSorted()
}

async function load(name: string): Promise<Command> {
  const module = (await import(`./commands/${name}.ts`)) as { command: Command }
  return module.command
}

async function help(): Promise<number> {
  io.out('Kế Cận: kecan COMMAND …\n')
  for (const name of names()) {
    const { usage, summary } = await load(name)
    io.out(`kecan ${usage}\n    ${summary.vi}\n    ${summary.en}`)
  }
  return 0
}

function explain({ usage, summary }: Command): number {
  io.out(`kecan ${usage}\n    ${summary.vi}\n    ${summary.en}`)
  return 0
}

function complain(message: string, code: number): number {
  io.say(message)
  return code
}

function unknownCommand(name: string): UsageError {
  const known = names().join(', ')
  return new UsageError({
    vi: `Không có lệnh "${name}". Các lệnh: ${known}, help.`,
    en: `There is no command "${name}". Commands: ${known}, help.`,
  })
}
