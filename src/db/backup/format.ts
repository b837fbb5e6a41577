import { z } from 'zod'

/** The first entry: what the backup holds and what it needs to be read. */
export const headEntry = 'backup.json'
/** The last entry: what was in it, so that a backup cut off anywhere is known as such. */
export const sealEntry = 'seal.json'
export const formatVersion = 1

const migration = z.object({ name: z.string(), sha256: z.string() })
const shape = z.object({ name: z.string(), columns: z.array(z.string()) })
const content = z.object({ name: z.string(), rows: z.number(), sha256: z.string() })
const sequence = z.object({ name: z.string(), value: z.string(), called: z.boolean() })

export const headShape = z.object({
  format: z.literal('kecan-backup'),
  version: z.number(),
  product: z.string(),
  madeAt: z.string(),
  snapshot: z.string(),
  migrations: z.array(migration),
  tables: z.array(shape),
})
export type Head = z.output<typeof headShape>

export const sealShape = z.object({
  tables: z.array(content),
  sequences: z.array(sequence),
  /** What the modules say of the same snapshot: the last seal of the audit log, the figures. */
  witness: z.record(z.string(), z.string().nullable()),
})
export type Seal = z.output<typeof sealShape>

export type TableContent = z.output<typeof content>
export type SequenceState = z.output<typeof sequence>
export type Migrations = Head['migrations']

/** The entry that holds a piece of a table; a large table has many. */
export function partName(table: string, part: number): string {
  return `data/${table}/${String(part).padStart(5, '0')}.tsv`
}

/** The table a data entry belongs to. */
export function tableOfPart(entry: string): string | undefined {
  return /^data\/(.+)\/\d{5}\.tsv$/.exec(entry)?.[1]
}

export const readme = `Bản sao lưu của Kế Cận. Khôi phục: kecan restore TỆP
Không có chương trình: mỗi bảng là data/LƯỢC-ĐỒ.BẢNG/*.tsv, nối các tệp theo thứ tự, dòng đầu là tên cột,
dạng văn bản của lệnh COPY (PostgreSQL): \\N là trống, \\t \\n \\\\ là ký tự đặc biệt. seal.json ghi số dòng và sha256 của từng bảng.

A backup of Kế Cận. To restore: kecan restore FILE
Without the program: each table is data/SCHEMA.TABLE/*.tsv, joined in their order; the first line names the columns,
the rest is the text format of PostgreSQL's COPY: \\N is null, \\t \\n \\\\ are escapes. seal.json holds the rows and the sha256 of each table.
`
