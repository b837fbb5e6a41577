import { openDatabase, type Db } from '#db/connect.ts'
import { isDay } from '#lib/days.ts'
import { beginning, findSealed, placeBefore, verifyChain, type Verification } from '#modules/audit/chain.sql.ts'
import { findingText } from '#modules/audit/finding.ts'
import { readSeal, sealText } from '#modules/audit/seal.ts'
import { defineCommand, UsageError, type Io } from '../command-line.ts'

export const command = defineCommand({
  name: 'audit',
  summary: { vi: 'Kiểm chứng nhật ký chưa bị sửa.', en: 'Proves that the audit log has not been altered.' },
  usage: 'audit verify [--head SỐ:DẤU] [--since YYYY-MM-DD]',
  options: { head: { type: 'string' }, since: { type: 'string' } },
  async run({ positionals, values: { head, since } }, io) {
    if (positionals[0] !== 'verify') throw new UsageError({ vi: 'Chỉ có: kecan audit verify.', en: 'There is only: kecan audit verify.' })
    const printed = askedSeal(head)
    if (since !== undefined && !isDay(since))
      throw new UsageError({ vi: '--since là một ngày, ví dụ 2026-11-24.', en: '--since is a day, such as 2026-11-24.' })
    const { db, close } = await openDatabase()
    try {
      const result = await verifyChain(db, since === undefined ? beginning : await placeBefore(db, since))
      const isWhole = tell(result, io)
      const isFound = printed === null || (await tellPrinted(db, printed, io))
      return isWhole && isFound ? 0 : 1
    } finally {
      await close()
    }
  },
})

function askedSeal(head: string | undefined): { seq: number | null; hash: string } | null {
  if (head === undefined) return null
  const seal = readSeal(head)
  if (seal) return seal
  throw new UsageError({
    vi: '--head là dấu in ở chân báo cáo, ví dụ 12345:3f9a0c… (ít nhất 16 ký tự của dấu).',
    en: '--head is the seal at the foot of a report, such as 12345:3f9a0c… (at least 16 signs of the hash).',
  })
}

function tell({ entries, head, findings }: Verification, io: Io): boolean {
  if (findings.length === 0) {
    io.out(
      `Nhật ký nguyên vẹn: ${entries} dòng, dấu cuối ${head ?? '–'}. / The log is whole: ${entries} entries, last seal ${head ?? '–'}.`,
    )
    return true
  }
  io.out('Nhật ký đã bị sửa. / The log has been altered.')
  for (const finding of findings) {
    const { vi, en } = findingText(finding)
    io.out(`  ${vi} / ${en}`)
  }
  return false
}

async function tellPrinted(db: Db, printed: { seq: number | null; hash: string }, io: Io): Promise<boolean> {
  const found = await findSealed(db, printed)
  if (found) {
    io.out(`Dấu đã in vẫn ở trong nhật ký: ${sealText(found, 'vi')}. / The printed seal still is in the log: ${sealText(found, 'en')}.`)
    return true
  }
  io.out('Không tìm thấy dấu đã in: nhật ký đã được viết lại. / The printed seal is not found: the log was written anew.')
  return false
}
