import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Bilingual } from '#lib/language.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>>

/** Where a command's words go: results to `out`, all else to `say`, so that results can be piped on. */
export interface Io {
  out: (line: string) => void
  say: (line: string) => void
}

/** A command as the executable sees it; the result is the exit code, 0 when there is none. */
export interface Command {
  name: string
  summary: Bilingual
  usage: string
  run(args: string[], io: Io): Promise<number | undefined>
}

/** Something in the words of the command line that a person can put right: exit code 2. */
export class UsageError extends Error {
  constructor({ vi, en }: Bilingual) {
    super(`${vi}\n${en}`)
    this.name = 'UsageError'
  }
}

/** A command whose flags are data (as `parseArgs` of node:util takes them); `run` gets them parsed and typed. */
export function defineCommand<const O extends Options>(command: {
  name: string
  summary: Bilingual
  /** What follows `kecan` in the help: `figures review --unit NAME …`. */
  usage: string
  options: O
  run(args: Parsed<O>, io: Io): Promise<number | undefined> | Promise<void>
}): Command {
  return {
    ...command,
    // A command that ends with a call may hand back what that call returns; only a number is an exit code.
    run: async (args, io) => {
      const result: unknown = await command.run(parse(command, args), io)
      return typeof result === 'number' ? result : undefined
    },
  }
}

function parse<const O extends Options>({ options, usage }: { options: O; usage: string }, args: string[]): Parsed<O> {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('. To ')[0] ?? '') : ''
    throw new UsageError({
      vi: `Không hiểu dòng lệnh (${reason}). Cách dùng: kecan ${usage}`,
      en: `The command line is not understood (${reason}). Usage: kecan ${usage}`,
    })
  }
}
