import { chmodSync, createWriteStream, existsSync, rmSync, statSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Readable, Writable } from 'node:stream'
import { constants, createZstdCompress } from 'node:zlib'
import type { Client } from 'pg'
import { pack, type Pack } from 'tar-stream'
import type { Db } from '../connect.ts'
import { onInterrupt } from '../interrupt.ts'
import { SetUpError } from '../set-up-error.ts'
import { appliedMigrations, productTables, sequenceStates } from './catalogue.ts'
import { formatVersion, headEntry, partName, readme, sealEntry, type Head, type Seal, type TableContent } from './format.ts'
import { lock, type Key, type Lock } from './key.ts'
import { verifyBackup } from './read.ts'
import { piecesOf, Tally } from './rows.ts'
import { asDb, openSession } from './session.ts'

/** What the modules say of the database at an instant: the same questions are asked when it is restored. */
export type Witness = (db: Db, at: Date) => Promise<Seal['witness']>
export type BackupOptions = {
  url: string
  file: string
  product: string
  lock?: Lock | undefined
  force?: boolean
  witness: Witness
  onTable?: (content: TableContent) => void
}
export type Backup = { file: string; bytes: number; rows: number; head: Head; seal: Seal }

const bytesPerPart = 8 * 1024 * 1024
/** The lock of migrations: while a backup is made, none begins. */
const oneMigrationAtATime = 0x6d696772

/** Writes the whole database as of one instant into the file, reads it back, and only then gives it its name. */
export async function writeBackup(options: BackupOptions): Promise<Backup> {
  const file = resolve(options.file)
  if (!options.force) refuseExisting(file)
  const beginning = `${file}.part`
  const forget = onInterrupt(async () => rmSync(beginning, { force: true }))
  const client = await openSession(options.url, 'kecan backup')
  try {
    const { head, seal, key } = await writeSnapshot(client, beginning, options)
    const found = await verifyBackup(beginning, key)
    if (JSON.stringify(found.seal) !== JSON.stringify(seal)) throw new Error('The backup reads differently from what was written')
    if (!options.force) refuseExisting(file)
    await rename(beginning, file)
    await sync(dirname(file))
    return { file, bytes: statSync(file).size, rows: seal.tables.reduce((sum, { rows }) => sum + rows, 0), head, seal }
  } catch (error) {
    rmSync(beginning, { force: true })
    throw unwritable(error, file)
  } finally {
    forget()
    await client.end().catch(() => undefined)
  }
}

async function writeSnapshot(
  client: Client,
  beginning: string,
  options: BackupOptions,
): Promise<{ head: Head; seal: Seal; key: Key | undefined }> {
  await client.query(`select pg_advisory_lock_shared(${oneMigrationAtATime})`)
  await client.query('begin isolation level repeatable read, read only')
  const head = await headOf(client, options.product)
  const archive = pack()
  const compressed = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } })
  const { locked, key } = options.lock ? await lock(compressed, options.lock) : { locked: compressed, key: undefined }
  const filling = fill(archive, client, head, options)
  // Whichever of the two fails, the other must not wait for it.
  filling.catch((error: Error) => archive.destroy(error))
  // Its own types leave out that it can be iterated.
  const pouring = pour(archive as unknown as AsyncIterable<Uint8Array>, compressed).catch((error: Error) => compressed.destroy(error))
  const [seal] = await Promise.all([filling, writeOut(locked, beginning), pouring])
  await client.query('commit')
  return { head, seal, key }
}

async function headOf(client: Client, product: string): Promise<Head> {
  const { rows } = await client.query<{ at: Date; snapshot: string }>('select now() as at, pg_current_snapshot()::text as snapshot')
  const [{ at, snapshot } = { at: new Date(), snapshot: '' }] = rows
  const tables = await productTables(client)
  return {
    format: 'kecan-backup',
    version: formatVersion,
    product,
    madeAt: at.toISOString(),
    snapshot,
    migrations: await appliedMigrations(client),
    tables: tables.map(({ name, columns }) => ({ name, columns })),
  }
}

async function fill(archive: Pack, client: Client, head: Head, { witness, onTable }: BackupOptions): Promise<Seal> {
  await entry(archive, headEntry, JSON.stringify(head, null, 1))
  await entry(archive, 'README.txt', readme)
  const contents: TableContent[] = []
  for (const table of await productTables(client)) {
    const tally = new Tally(table.name)
    let part = 0
    for await (const piece of piecesOf(client, table, bytesPerPart)) {
      tally.add(piece)
      await entry(archive, partName(table.name, ++part), piece)
    }
    const content = tally.content()
    contents.push(content)
    onTable?.(content)
  }
  const seal: Seal = {
    tables: contents,
    sequences: await sequenceStates(client),
    witness: await witness(asDb(client), new Date(head.madeAt)),
  }
  await entry(archive, sealEntry, JSON.stringify(seal, null, 1))
  archive.finalize()
  return seal
}

/** The end is told only once all before it is taken: told earlier, Node adds an empty second frame, which no reader would check. */
async function pour(archive: AsyncIterable<Uint8Array>, compressed: Writable): Promise<void> {
  for await (const chunk of archive)
    await new Promise<void>((resolve, reject) => compressed.write(chunk, (error) => (error ? reject(error) : resolve())))
  compressed.end()
}

/** Resolves when the entry has been taken, so that no more than one piece waits in memory. */
function entry(archive: Pack, name: string, content: string | Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry({ name, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()))
  })
}

async function writeOut(stream: Readable, file: string): Promise<void> {
  rmSync(file, { force: true })
  // Flushed to the disk before it is closed: a power cut must not leave a name without a content.
  await pipeline(stream, createWriteStream(file, { mode: 0o600, flush: true, flags: 'wx' }))
  chmodSync(file, 0o600)
}

async function sync(folder: string): Promise<void> {
  // Windows cannot open a folder; there a rename is written through by the system.
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

function refuseExisting(file: string): void {
  if (!existsSync(file)) return
  throw new SetUpError(`Đã có tệp ${file}. Thêm --force để ghi đè.`, `The file ${file} exists. Add --force to replace it.`)
}

function unwritable(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (!['ENOSPC', 'EFBIG', 'EDQUOT', 'EACCES', 'EROFS', 'ENOENT', 'EISDIR', 'ENOTDIR'].includes(code)) return error
  return new SetUpError(`Không ghi được ${file} (${code}).`, `${file} cannot be written (${code}).`, error)
}
