import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Key, Lock } from '#db/backup/key.ts'
import { lockOfFile } from '#db/backup/read.ts'
import { lockOfEnvironment } from '../../backup/settings.ts'
import { UsageError } from '../../command-line.ts'

const shortestPassphrase = 12

/** How the backup is to be locked; without a word about it, not at all. */
export async function lockFrom(given: { to?: string[] | undefined; encrypt?: boolean | undefined }): Promise<Lock | undefined> {
  if (given.to && given.to.length > 0) return { recipients: given.to }
  const lock = lockOfEnvironment()
  if (lock) return 'passphrase' in lock ? { passphrase: longEnough(lock.passphrase) } : lock
  if (!given.encrypt) return undefined
  const typed = longEnough(await ask('Mật khẩu của bản sao lưu / Passphrase of the backup: '))
  if ((await ask('Nhập lại / Again: ')) === typed) return { passphrase: typed }
  throw new UsageError({ vi: 'Hai lần nhập mật khẩu không giống nhau.', en: 'The two passphrases differ.' })
}

/** What opens the file: a passphrase that is asked for, or the secret keys in a file such as age-keygen writes. */
export async function keyFor(file: string, { identity }: { identity?: string | undefined }): Promise<Key | undefined> {
  const lock = await lockOfFile(file)
  if (lock === 'none') return undefined
  if (lock === 'passphrase') {
    return { passphrase: process.env['KECAN_BACKUP_PASSPHRASE'] || (await ask('Mật khẩu của bản sao lưu / Passphrase of the backup: ')) }
  }
  if (identity === undefined)
    throw new UsageError({
      vi: 'Bản sao lưu được mã hóa cho một khóa công khai: cần --identity TỆP-KHÓA-BÍ-MẬT.',
      en: 'The backup is encrypted for a public key: say --identity FILE-OF-THE-SECRET-KEY.',
    })
  const identities = readFileSync(identity, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('AGE-SECRET-KEY-'))
  if (identities.length > 0) return { identities }
  throw new UsageError({ vi: `${identity} không có khóa bí mật của age.`, en: `${identity} holds no secret key of age.` })
}

function longEnough(passphrase: string): string {
  if (passphrase.length >= shortestPassphrase) return passphrase
  throw new UsageError({
    vi: `Mật khẩu của bản sao lưu cần ít nhất ${shortestPassphrase} ký tự.`,
    en: `The passphrase of a backup needs at least ${shortestPassphrase} characters.`,
  })
}

async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new UsageError({
      vi: 'Không hỏi được mật khẩu ở đây: đặt biến KECAN_BACKUP_PASSPHRASE.',
      en: 'The passphrase cannot be asked for here: set KECAN_BACKUP_PASSPHRASE.',
    })
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const typing = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await typing.question('')
  } finally {
    typing.close()
    process.stderr.write('\n')
  }
}
