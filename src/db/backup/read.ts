import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { extract } from 'tar-stream'
import { SetUpError } from '../set-up-error.ts'
import { formatVersion, headEntry, headShape, sealEntry, sealShape, tableOfPart, type Head, type Seal } from './format.ts'
import { lockOf, unlock, type Key } from './key.ts'
import { Tally } from './rows.ts'

/** What a backup's reader does with it as it passes by, in the order of the file. */
export interface Reader {
  head?: (head: Head) => Promise<void>
  /** A piece of a table; the pieces of one table come one after the other. */
  piece?: (table: string, content: AsyncIterable<Uint8Array>) => Promise<void>
}

type Entry = AsyncIterable<Uint8Array> & { header: { name: string }; resume: () => unknown }
export type ReadBackup = { head: Head; seal: Seal; bytes: number }

/** How the file is locked; refuses what is no backup at all. */
export async function lockOfFile(file: string): Promise<'none' | 'passphrase' | 'recipients'> {
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw new SetUpError(`Không đọc được tệp ${file}.`, `The file ${file} cannot be read.`, cause)
  })
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(256), 0, 256, 0)
    const found = lockOf(buffer.subarray(0, bytesRead))
    if (found === 'unknown') throw new SetUpError(`${file} không phải là bản sao lưu của Kế Cận.`, `${file} is no backup of Kế Cận.`)
    return found
  } finally {
    await handle.close()
  }
}

/** Reads the whole file and compares every table with what the backup says of it. */
export async function verifyBackup(file: string, key: Key | undefined): Promise<ReadBackup> {
  return readBackup(file, key, {})
}

/** Leads the reader through the file; throws when the file is damaged, cut off, or made by a newer program. */
export async function readBackup(file: string, key: Key | undefined, reader: Reader): Promise<ReadBackup> {
  const lock = await lockOfFile(file)
  if (lock !== 'none' && key === undefined) throw new SetUpError('Bản sao lưu có mã hóa.', 'The backup is encrypted.')
  const source = createReadStream(file, { highWaterMark: 256 * 1024 })
  try {
    const content = lock === 'none' || key === undefined ? source : await unlock(source, key)
    const archive = extract()
    // Not the archive itself at the end of the pipeline: it has had its last word before the checksum of the last bytes is known.
    const flowing = pipeline(content, createZstdDecompress(), (plain: AsyncIterable<Buffer>) => pour(plain, archive))
    flowing.catch((error: Error) => archive.destroy(error))
    // Its own types leave out what an entry is made of.
    const read = await entries(archive as unknown as AsyncIterable<Entry>, reader)
    await flowing
    return { ...read, bytes: source.bytesRead }
  } catch (error) {
    source.destroy()
    throw readable(error) ? error : damaged(file, error)
  }
}

async function pour(chunks: AsyncIterable<Buffer>, archive: ReturnType<typeof extract>): Promise<void> {
  for await (const chunk of chunks) {
    if (archive.destroyed) return
    if (!archive.write(chunk)) await drained(archive)
  }
  archive.end(undefined)
}

/** Until it takes more, or is given up. */
function drained(archive: ReturnType<typeof extract>): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      archive.off('drain', go)
      archive.off('close', go)
      resolve()
    }
    archive.on('drain', go)
    archive.on('close', go)
  })
}

async function entries(archive: AsyncIterable<Entry>, reader: Reader): Promise<{ head: Head; seal: Seal }> {
  let head: Head | undefined
  let seal: Seal | undefined
  const tallies = new Map<string, Tally>()
  for await (const entry of archive) {
    const { name } = entry.header
    const table = tableOfPart(name)
    if (name === headEntry) {
      head = headShape.parse(assureVersion(await json(entry)))
      await reader.head?.(head)
    } else if (name === sealEntry) {
      seal = sealShape.parse(await json(entry))
    } else if (table !== undefined) {
      const tally = tallies.get(table) ?? new Tally(table)
      tallies.set(table, tally)
      if (reader.piece) await reader.piece(table, counted(entry, tally))
      else for await (const _ of counted(entry, tally));
    } else entry.resume()
  }
  if (!head || !seal) throw new Error('the end is missing')
  compare(head, seal, tallies)
  return { head, seal }
}

async function* counted(entry: Entry, tally: Tally): AsyncGenerator<Uint8Array> {
  for await (const chunk of entry) {
    tally.add(chunk)
    yield chunk
  }
}

function compare(head: Head, seal: Seal, tallies: Map<string, Tally>): void {
  const names = head.tables.map(({ name }) => name).join()
  if (seal.tables.map(({ name }) => name).join() !== names || [...tallies.keys()].join() !== names) throw new Error('tables are missing')
  for (const said of seal.tables) {
    const found = tallies.get(said.name)?.content()
    if (found?.rows !== said.rows || found.sha256 !== said.sha256) throw new Error(`the content of ${said.name}`)
  }
}

function assureVersion(head: unknown): unknown {
  const version = typeof head === 'object' && head !== null && 'version' in head ? Number(head.version) : 0
  if (version <= formatVersion) return head
  throw new SetUpError(
    'Bản sao lưu do một bản Kế Cận mới hơn ghi. Hãy dùng bản mới để khôi phục.',
    'The backup was made by a newer version of Kế Cận. Restore it with that version.',
  )
}

async function json(entry: Entry): Promise<unknown> {
  const chunks: Uint8Array[] = []
  for await (const chunk of entry) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

/** Errors of the reader's own, such as those of the database, are not the file's. */
function readable(error: unknown): boolean {
  return error instanceof SetUpError || (error instanceof Error && 'severity' in error)
}

function damaged(file: string, cause: unknown): SetUpError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new SetUpError(`Bản sao lưu ${file} bị hỏng hoặc bị cắt (${why}).`, `The backup ${file} is damaged or cut off (${why}).`, cause)
}
