import { verifyBackup } from '#db/backup/read.ts'
import { openDatabase } from '#db/connect.ts'
import { type Made, makeBackup, makeScheduledBackup } from '../backup/make.ts'
import { backupFolder, lockOfEnvironment } from '../backup/settings.ts'
import { defineCommand, type Io, UsageError } from '../command-line.ts'
import { keyFor, lockFrom } from './backup/keys.ts'
import { megabytes, progress, secondsSince } from './backup/report.ts'

export const command = defineCommand({
  name: 'backup',
  summary: {
    vi: 'Sao lưu toàn bộ dữ liệu vào một tệp, kể cả khi máy chủ đang chạy; ghi xong tự đọc lại để kiểm tra.',
    en: 'Backs everything up into one file, also while the server runs; reads it back to check it.',
  },
  usage: 'backup TỆP [--encrypt | --to age1…] [--force] | backup --scheduled | backup verify TỆP [--identity TỆP-KHÓA]',
  options: {
    encrypt: { type: 'boolean', default: false },
    to: { type: 'string', multiple: true },
    force: { type: 'boolean', default: false },
    identity: { type: 'string' },
    scheduled: { type: 'boolean', default: false },
  },
  async run({ positionals: [first, second, more], values }, io) {
    if (values.scheduled && first === undefined) return makeNightly(io)
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
  const { db, url, close } = await openDatabase()
  try {
    const made = await makeBackup({ db, url, file, lock, force: values.force, onTable: progress(io) })
    tell(io, made, { isLocked: lock !== undefined, began })
  } finally {
    await close()
  }
}

/** What the queue begins each night, and a timer of the machine may: into KECAN_BACKUP_DIR, with old ones taken away. */
async function makeNightly(io: Io): Promise<void> {
  const began = performance.now()
  const folder = backupFolder()
  if (folder === undefined) throw new UsageError({ vi: 'Chưa đặt KECAN_BACKUP_DIR.', en: 'KECAN_BACKUP_DIR is not set.' })
  const lock = lockOfEnvironment()
  const { db, url, close } = await openDatabase()
  try {
    const { made, gone } = await makeScheduledBackup(folder, { db, url, lock })
    tell(io, made, { isLocked: lock !== undefined, began })
    for (const name of gone) io.say(`Đã bỏ bản cũ / Old backup taken away: ${name}`)
  } finally {
    await close()
  }
}

function tell(io: Io, { file, rows, bytes, isNoted }: Made, { isLocked, began }: { isLocked: boolean; began: number }): void {
  const kept = isLocked ? { vi: 'có mã hóa', en: 'encrypted' } : { vi: 'không mã hóa', en: 'not encrypted' }
  const seconds = secondsSince(began)
  io.out(
    `${file}: ${rows.toLocaleString('vi-VN')} dòng, ${megabytes(bytes)}, ${kept.vi}, ${seconds} giây; đã đọc lại và kiểm tra. / ${rows.toLocaleString('en')} rows, ${megabytes(bytes)}, ${kept.en}, ${seconds} s; read back and checked.`,
  )
  if (!isNoted) io.say('Không ghi được lần sao lưu này vào nhật ký. / The log would not take the note of this backup.')
}

async function verify(file: string, identity: string | undefined, io: Io): Promise<void> {
  const { head, seal, bytes } = await verifyBackup(file, await keyFor(file, { identity }))
  const rows = seal.tables.reduce((sum, each) => sum + each.rows, 0)
  const log = seal.witness['auditHead'] ?? '–'
  io.out(
    `Bản sao lưu nguyên vẹn: ${head.madeAt}, ${seal.tables.length} bảng, ${rows.toLocaleString('vi-VN')} dòng, ${megabytes(bytes)}, nhật ký đến ${log}. / The backup is whole: ${seal.tables.length} tables, ${rows.toLocaleString('en')} rows, log up to ${log}.`,
  )
}
