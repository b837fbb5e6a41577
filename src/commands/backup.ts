import { verifyBackup } from '#db/backup/read.ts'
import { writeBackup } from '#db/backup/write.ts'
import { openDatabase } from '#db/connect.ts'
import { product } from '../backup/product.ts'
import { witnessOf } from '../backup/witness.ts'
import { defineCommand, type Io, UsageError } from '../command-line.ts'
import { keyFor, lockFrom } from './backup/keys.ts'
import { megabytes, progress, secondsSince } from './backup/report.ts'

export const command = defineCommand({
  name: 'backup',
  summary: {
    vi: 'Sao lưu toàn bộ dữ liệu vào một tệp, kể cả khi máy chủ đang chạy; ghi xong tự đọc lại để kiểm tra.',
    en: 'Backs everything up into one file, also while the server runs; reads it back to check it.',
  },
  usage: 'backup TỆP [--encrypt | --to age1…] [--force] | backup verify TỆP [--identity TỆP-KHÓA]',
  options: {
    encrypt: { type: 'boolean', default: false },
    to: { type: 'string', multiple: true },
    force: { type: 'boolean', default: false },
    identity: { type: 'string' },
  },
  async run({ positionals: [first, second, more], values }, io) {
    const isVerifying = first === 'verify' && second !== undefined
    if (first === undefined || more !== undefined || (second !== undefined && !isVerifying))
      throw new UsageError({ vi: 'Ghi một tệp: kecan backup TỆP.', en: 'Name one file: kecan backup FILE.' })
    if (isVerifying) return verify(second, values.identity, io)
    return make(first, values, io)
  },
})

async function make(file: string, values: { encrypt: boolean; to?: string[]; force: boolean }, io: Io): Promise<void> {
  const began = performance.now()
  const lock = await lockFrom(values)
  const { url, close } = await openDatabase()
  try {
    const onTable = progress(io)
    const made = await writeBackup({ url, file, product: product.version, lock, force: values.force, witness: witnessOf, onTable })
    const { rows, bytes } = made
    const kept = lock ? { vi: 'có mã hóa', en: 'encrypted' } : { vi: 'không mã hóa', en: 'not encrypted' }
    io.out(
      `${made.file}: ${rows.toLocaleString('vi-VN')} dòng, ${megabytes(bytes)}, ${kept.vi}, ${secondsSince(began)} giây; đã đọc lại và kiểm tra. / ${rows.toLocaleString('en')} rows, ${megabytes(bytes)}, ${kept.en}, ${secondsSince(began)} s; read back and checked.`,
    )
  } finally {
    await close()
  }
}

async function verify(file: string, identity: string | undefined, io: Io): Promise<void> {
  const { head, seal, bytes } = await verifyBackup(file, await keyFor(file, { identity }))
  const rows = seal.tables.reduce((sum, each) => sum + each.rows, 0)
  const log = seal.witness['auditHead'] ?? '–'
  io.out(
    `Bản sao lưu nguyên vẹn: ${head.madeAt}, ${seal.tables.length} bảng, ${rows.toLocaleString('vi-VN')} dòng, ${megabytes(bytes)}, nhật ký đến ${log}. / The backup is whole: ${seal.tables.length} tables, ${rows.toLocaleString('en')} rows, log up to ${log}.`,
  )
}
