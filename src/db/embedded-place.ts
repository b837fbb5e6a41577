import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { type Binaries, binariesIn, embeddedBinaries } from './embedded-binaries.ts'
import { SetUpError } from './set-up-error.ts'

const outside = '/var/lib/kecan'

/** Where the cluster lies and as whom its programs run. */
export interface Place {
  binaries: Binaries
  data: string
  /** What stands before each program's name on the command line. */
  prefix: string[]
  user?: User
}

interface User {
  uid: number
  gid: number
}

/**
 * PostgreSQL refuses to run as root. Root runs it as the user `postgres` or `nobody`; where those cannot reach the
 * folder (a checkout under /root), under another number in a user namespace; where there is none, from /var/lib.
 */
export function placeFor(folder: string): Place {
  const binaries = embeddedBinaries()
  const data = resolved(join(folder, 'data'))
  refuseForeign(data)
  if (process.getuid?.() !== 0) return { binaries, data, prefix: [] }

  const user = unprivilegedUser()
  letThrough(folder)
  if (reaches(user, binaries, dirname(data))) return owned({ binaries, data, prefix: [], user })
  const prefix = ['unshare', '--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`]
  if (succeeds([...prefix, binaries.postgres, '--version'])) return owned({ binaries, data, prefix })
  return owned({ ...movedOut(folder, binaries), prefix: [], user })
}

function refuseForeign(data: string): void {
  if (!existsSync(data) || existsSync(join(data, 'PG_VERSION'))) return
  throw new SetUpError(
    `${data} không phải là thư mục dữ liệu PostgreSQL. Đặt KECAN_DATA là một thư mục khác.`,
    `${data} is no PostgreSQL data folder. Set KECAN_DATA to another folder.`,
  )
}

/** The target of a link, whether the target exists yet or not. */
function resolved(path: string): string {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? readlinkSync(path) : path
}

function unprivilegedUser(): User {
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number.parseInt(output(['id', flag, name]), 10))
    if (uid && gid) return { uid, gid }
  }
  throw new SetUpError(
    'PostgreSQL không chạy bằng quyền root, và máy này không có người dùng "postgres" hay "nobody".',
    'PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody".',
  )
}

function reaches(user: User, binaries: Binaries, folder: string): boolean {
  return succeeds([binaries.postgres, '--version'], user) && succeeds(['/bin/sh', '-c', 'cd "$1"', 'sh', folder], user)
}

function succeeds([program = '', ...args]: string[], user?: User): boolean {
  return spawnSync(program, args, { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}

function output([program = '', ...args]: string[]): string {
  return spawnSync(program, args, { encoding: 'utf8' }).stdout ?? ''
}

/** Programs and data outside the folder; a link in the folder remembers where. */
function movedOut(folder: string, binaries: Binaries): { binaries: Binaries; data: string } {
  const { version } = JSON.parse(readFileSync(join(binaries.home, '..', 'package.json'), 'utf8')) as { version: string }
  const programs = join(outside, `postgresql-${version}`)
  if (!existsSync(programs)) {
    mkdirSync(outside, { recursive: true, mode: 0o755 })
    copy(binaries.home, `${programs}.${process.pid}`)
    output(['chmod', '-R', 'a+rX', `${programs}.${process.pid}`])
    renameSync(`${programs}.${process.pid}`, programs)
  }

  const data = join(outside, createHash('sha256').update(folder).digest('hex').slice(0, 16), 'data')
  const link = join(folder, 'data')
  mkdirSync(dirname(data), { recursive: true, mode: 0o711 })
  if (lstatSync(link, { throwIfNoEntry: false })?.isDirectory()) {
    copy(link, data)
    rmSync(link, { recursive: true })
  }
  if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(data, link)
  return { binaries: binariesIn(programs), data }
}

// Not node's own copying: it forgets the modes of folders, and PostgreSQL insists on them.
function copy(from: string, to: string): void {
  if (!succeeds(['cp', '-a', from, to])) throw new Error(`cp -a ${from} ${to}`)
}

function letThrough(folder: string): void {
  const { mode } = statSync(folder)
  if ((mode & 0o011) !== 0o011) chmodSync(folder, mode | 0o011)
}

/** Gives existing data to the user of this start: the last one may have run otherwise. */
function owned(place: Place): Place {
  if (existsSync(place.data)) giveTo(place, place.data)
  return place
}

/** Hands a file or a whole folder to the user as whom PostgreSQL runs; of no effect when that is ourselves. */
export function giveTo(place: Place, path: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = place.user ?? { uid: 0, gid: 0 }
  const stat = lstatSync(path)
  if (stat.uid === uid) return
  chownSync(path, uid, gid)
  if (stat.isDirectory()) for (const name of readdirSync(path)) giveTo(place, join(path, name))
}
