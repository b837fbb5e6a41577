import { openDatabase } from '#db/connect.ts'
import { verifyChain } from '#modules/audit/entry.sql.ts'
import { defineCommand, UsageError } from '../command-line.ts'

export const command = defineCommand({
  name: 'audit',
  summary: { vi: 'Kiểm chứng nhật ký chưa bị sửa.', en: 'Proves that the audit log has not been altered.' },
  usage: 'audit verify',
  options: {},
  async run({ positionals }, io) {
    if (positionals[0] !== 'verify') throw new UsageError({ vi: 'Chỉ có: kecan audit verify.', en: 'There is only: kecan audit verify.' })
    const { db, close } = await openDatabase()
    try {
      const { entries, head, broken } = await verifyChain(db)
      if (broken === null) {
        io.out(
          `Nhật ký nguyên vẹn: ${entries} dòng, dấu cuối ${head ?? '–'}. / The log is whole: ${entries} entries, last seal ${head ?? '–'}.`,
        )
        return 0
      }
      io.out(`Nhật ký bị sửa từ dòng ${broken}. / The log has been altered from entry ${broken} on.`)
      return 1
    } finally {
      await close()
    }
  },
})
