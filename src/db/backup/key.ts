import { Readable } from 'node:stream'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { SetUpError } from '../set-up-error.ts'

/** How a backup is locked: by a passphrase, or for those who hold the secret keys of these public ones. */
export type Lock = { passphrase: string } | { recipients: string[] }
/** What opens it. */
export type Key = { passphrase: string } | { identities: string[] }

/** Half of what the age program takes by default: 128 MB of memory for a second. */
const scryptWork = 17

/** Locks a stream in the age format, and gives a key that lives only in memory for reading it back at once. */
export async function lock(plain: Readable, by: Lock): Promise<{ locked: Readable; key: Key }> {
  const encrypter = new Encrypter()
  const key = 'passphrase' in by ? by : { identities: [await generateX25519Identity()] }
  if ('passphrase' in by) {
    encrypter.setScryptWorkFactor(scryptWork)
    encrypter.setPassphrase(by.passphrase)
  } else {
    for (const recipient of by.recipients) addRecipient(encrypter, recipient)
  }
  if ('identities' in key) for (const identity of key.identities) encrypter.addRecipient(await identityToRecipient(identity))
  return { locked: fromWeb(await encrypter.encrypt(toWeb(plain))), key }
}

export async function unlock(locked: Readable, key: Key): Promise<Readable> {
  const decrypter = new Decrypter()
  if ('passphrase' in key) decrypter.addPassphrase(key.passphrase)
  else for (const identity of key.identities) decrypter.addIdentity(identity)
  try {
    return fromWeb(await decrypter.decrypt(toWeb(locked)))
  } catch (cause) {
    if (!(cause instanceof Error) || !cause.message.includes('no identity matched')) throw cause
    throw 'passphrase' in key
      ? new SetUpError('Mật khẩu của bản sao lưu không đúng.', 'The passphrase of the backup is wrong.', cause)
      : new SetUpError('Khóa này không mở được bản sao lưu.', 'This key does not open the backup.', cause)
  }
}

/** How a file is locked, by its first bytes. */
export function lockOf(beginning: Buffer): 'none' | 'passphrase' | 'recipients' | 'unknown' {
  if (beginning.subarray(0, 4).equals(Buffer.from([0x28, 0xb5, 0x2f, 0xfd]))) return 'none'
  const text = beginning.toString('latin1')
  if (!text.startsWith('age-encryption.org/v1\n')) return 'unknown'
  return text.includes('\n-> scrypt ') ? 'passphrase' : 'recipients'
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  try {
    encrypter.addRecipient(recipient)
  } catch (cause) {
    throw new SetUpError(
      `"${recipient}" không phải là khóa công khai của age (age1…).`,
      `"${recipient}" is no public key of age (age1…).`,
      cause,
    )
  }
}

function toWeb(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>
}

function fromWeb(stream: ReadableStream<Uint8Array>): Readable {
  return Readable.fromWeb(stream as Parameters<typeof Readable.fromWeb>[0])
}
