import { hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '#db/connect.ts'
import { SetUpError } from '#db/set-up-error.ts'

const leastSigns = 32
let known: [present: string, former: string | undefined] | undefined

/**
 * The keys for one purpose, made of this installation's secret: the present one, and the former one while both are named. The
 * secret is KECAN_SECRET, which several servers of one database must share, or else the file `secret` in the data folder, made
 * when it is first needed. It is never in the database.
 */
export function keysFor(purpose: string): { present: Buffer; former: Buffer | undefined } {
  known ??= [longEnough(process.env['KECAN_SECRET'] || ofFile()), process.env['KECAN_SECRET_FORMER'] || undefined]
  const [present, former] = known
  return { present: keyOf(present, purpose), former: former === undefined ? undefined : keyOf(former, purpose) }
}

function keyOf(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `kecan ${purpose}`, 32))
}

function longEnough(secret: string): string {
  if (secret.length >= leastSigns) return secret
  throw new SetUpError(
    `KECAN_SECRET (hoặc tệp secret trong thư mục dữ liệu) cần ít nhất ${leastSigns} ký tự.`,
    `KECAN_SECRET (or the file secret in the data folder) needs ${leastSigns} signs or more.`,
  )
}

function ofFile(): string {
  const path = join(dataFolder(), 'secret')
  try {
    mkdirSync(dataFolder(), { recursive: true })
    // Whoever comes second reads what the first has written.
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(path, 'utf8').trim()
}
