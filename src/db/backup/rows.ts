import { createHash, type Hash } from 'node:crypto'
import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { copyOut, type Table } from './catalogue.ts'
import type { TableContent } from './format.ts'

const newline = 0x0a

/** Counts the rows of a table and takes their fingerprint while they pass by; the first line names the columns. */
export class Tally {
  readonly name: string
  private lines = 0
  private readonly hash: Hash = createHash('sha256')

  constructor(name: string) {
    this.name = name
  }

  add(chunk: Uint8Array): void {
    this.hash.update(chunk)
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) this.lines++
  }

  get rows(): number {
    return Math.max(this.lines - 1, 0)
  }

  content(): TableContent {
    return { name: this.name, rows: this.rows, sha256: this.hash.digest('hex') }
  }
}

/** The rows of a table in pieces of at least that many bytes (the last one is what is left), cut between rows. */
export async function* piecesOf(client: Client, table: Table, bytes: number): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = []
  let size = 0
  for await (const chunk of client.query(copyTo(copyOut(table))) as AsyncIterable<Buffer>) {
    chunks.push(chunk)
    size += chunk.length
    const end = size < bytes ? -1 : chunk.lastIndexOf(newline)
    if (end === -1) continue
    const rest = chunk.subarray(end + 1)
    chunks[chunks.length - 1] = chunk.subarray(0, end + 1)
    yield Buffer.concat(chunks)
    // A copy, so that the large chunk it was part of is let go.
    chunks = rest.length > 0 ? [Buffer.from(rest)] : []
    size = rest.length
  }
  if (size > 0) yield Buffer.concat(chunks)
}

/** The rows and the fingerprint of a table as it is now. */
export async function contentOf(client: Client, table: Table): Promise<TableContent> {
  const tally = new Tally(table.name)
  for await (const chunk of client.query(copyTo(copyOut(table))) as AsyncIterable<Buffer>) tally.add(chunk)
  return tally.content()
}
