import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '../../bin/lock.mjs'

/** The process that PostgreSQL itself wrote down, running or not; 0 when it was ended properly. */
export function pidOf(data: string): number {
  return Number(linesOf(join(data, 'postmaster.pid'))[0] ?? 0)
}

/** The port of the server that runs, or of one that was killed. */
export function portOf(data: string): number | undefined {
  return Number(linesOf(join(data, 'postmaster.pid'))[3]) || undefined
}

export function portOfLastRun(data: string): number | undefined {
  const line = linesOf(join(data, 'kecan.conf')).find((each) => each.startsWith('port = '))
  return line === undefined ? undefined : Number(line.slice('port = '.length))
}

export function isRunning(data: string): boolean {
  const pid = pidOf(data)
  return pid > 0 && isAlive(pid) && isPostgres(pid)
}

// After a crash of the machine the number in the file may belong to a wholly different program.
function isPostgres(pid: number): boolean {
  try {
    return commandOf(pid).includes('postgres')
  } catch {
    return false
  }
}

function commandOf(pid: number): string {
  if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  if (process.platform === 'win32') return execFileSync('tasklist', ['/fi', `PID eq ${pid}`, '/nh'], { encoding: 'utf8' })
  return execFileSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' })
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}
