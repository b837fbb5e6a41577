import { basename } from 'node:path'
import { restoreBackup } from '#db/backup/restore.ts'
import { openDatabase } from '#db/connect.ts'
import { verifyChain } from '#modules/audit/chain.sql.ts'
import { tablesOfWork, witnessOf } from '../backup/witness.ts'
import { defineCommand, UsageError } from '../command-line.ts'
import { keyFor } from './backup/keys.ts'
import { progress, secondsSince } from './backup/report.ts'

export const command = defineCommand({
  name: 'restore',
  summary: {
    vi: 'Khôi phục bản sao lưu vào cơ sở dữ liệu trống, đối chiếu từng bảng, nhật ký và các con số.',
    en: 'Restores a backup into an empty database, comparing every table, the log and the figures.',
  },
  usage: 'restore TỆP [--identity TỆP-KHÓA]',
  options: { identity: { type: 'string' } },
  async run({ positionals: [file, more], values }, io) {
    if (file === undefined || more !== undefined)
      throw new UsageError({ vi: 'Ghi một tệp: kecan restore TỆP.', en: 'Name one file: kecan restore FILE.' })
    const began = performance.now()
    const key = await keyFor(file, values)
    const { db, url, close } = await openDatabase({ migrated: false })
    try {
      io.say(`Đang kiểm tra và khôi phục ${basename(file)}… / Checking and restoring ${basename(file)}…`)
      const done = await restoreBackup({ db, url, file, key, tablesOfWork, witness: witnessOf, onTable: progress(io) })
      const { head, seal, rows, later, witness } = done
      io.out(
        `Đã khôi phục ${rows.toLocaleString('vi-VN')} dòng trong ${secondsSince(began)} giây (bản của ${head.madeAt}). / ${rows.toLocaleString('en')} rows restored in ${secondsSince(began)} s (backup of ${head.madeAt}).`,
      )
      if (later.length > 0) io.out(`Đã cập nhật cấu trúc: ${later.length} tệp. / Structure brought up to date: ${later.length} files.`)
      const { broken } = await verifyChain(db)
      if (broken !== null) {
        io.out(
          `Nhật ký đã bị sửa từ dòng ${broken}, ngay trong bản sao lưu. / The log was altered from entry ${broken} on, in the backup already.`,
        )
        return 1
      }
      io.out(`Nhật ký nguyên vẹn, dấu cuối ${witness['auditHead'] ?? '–'}. / The log is whole, last seal ${witness['auditHead'] ?? '–'}.`)
      io.out(`Số người: ${witness['people']}. / People: ${witness['people']}.`)
      if (witness['figures'] === seal.witness['figures']) {
        io.out('Các con số tổng kết giống hệt bản gốc. / The figures of the review are identical.')
        return 0
      }
      io.out(
        `Dữ liệu giống hệt, nhưng các con số tổng kết được tính khác với bản ${head.product} đã ghi sao lưu. / The data are identical, but the review counts differently from version ${head.product}, which made the backup.`,
      )
      return 1
    } finally {
      await close()
    }
  },
})
