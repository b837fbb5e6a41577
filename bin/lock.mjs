import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'

const heartbeatInMs = 1_000
const silentForInMs = 15_000

/**
 * Runs the work while no other process holds the lock file. Plain JavaScript, since it also guards the installation.
 * The file names its process; a lock whose process is dead, or has given no sign for a while, is taken away.
 */
export async function withLock(file, work) {
  const token = `${process.pid} ${randomUUID()}`
  while (!take(file, token)) {
    removeStale(file)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const heartbeat = setInterval(() => touch(file), heartbeatInMs)
  heartbeat.unref()
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    if (read(file) === token) rmSync(file, { force: true })
  }
}

function take(file, token) {
  try {
    writeFileSync(file, token, { flag: 'wx' })
    return true
  } catch (error) {
    // On Windows a file that is just being deleted answers EPERM.
    if (error.code === 'EEXIST' || (error.code === 'EPERM' && process.platform === 'win32')) return false
    throw error
  }
}

function removeStale(file) {
  const token = read(file)
  if (token === undefined || !isStale(file, token)) return
  // Moved aside first, so that of two that find it stale only one takes it, and never a lock taken since.
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
    if (read(aside) !== token) linkSync(aside, file)
  } catch {
    // Another process was quicker.
  }
  rmSync(aside, { force: true })
}

function isStale(file, token) {
  const silent = Date.now() - (modifiedAt(file) ?? Date.now())
  const pid = Number.parseInt(token, 10)
  // Between its creation and its first word the file is empty.
  if (Number.isNaN(pid)) return silent > heartbeatInMs
  return !isAlive(pid) || silent > silentForInMs
}

/** Whether a process of that number runs, ours or another user's. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function modifiedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs
}

function touch(file) {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    // Taken from us while the machine slept; the end of withLock sees it.
  }
}
