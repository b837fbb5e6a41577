import type { RepaymentCause } from '#law/commitment.ts'
import { costItems, isCostItem } from '#law/training-costs.ts'
import { isTrainingKind, trainingKinds } from '#law/training-kinds.ts'
import { formatDay } from '#lib/days.ts'
import { formatPartialDate, fromIso } from '#lib/partial-date.ts'
import type { RepaymentPaper } from '#modules/decisions/paper-data.ts'
import type { CommitmentRow } from './commitment.contract.ts'
import type { CostLine } from './commitment.ts'

type Owed = { row: CommitmentRow; costLines: readonly CostLine[]; repayment: NonNullable<CommitmentRow['repayment']>; birth: string | null }
type Letter = { issuer: string; place: string; signTitle: string; signName: string }

const causes: Record<RepaymentCause, string> = {
  quit: 'tự ý bỏ học hoặc bỏ việc trong thời gian được cử đi đào tạo',
  no_degree: 'không được cấp văn bằng do nguyên nhân chủ quan',
  dismissed: 'bị kỷ luật buộc thôi việc',
  left: 'thôi việc khi chưa phục vụ đủ thời gian cam kết',
}

/** The draft of the decision on what is paid back: number and day are given when it is signed. */
export function repaymentPaper({ row, costLines, repayment, birth }: Owed, letter: Letter, today: string): RepaymentPaper {
  const born = fromIso(birth ?? '')
  const course = isTrainingKind(row.kind) ? trainingKinds[row.kind].name.vi : row.kind
  const amount = `${repayment.amount.toLocaleString('vi-VN')} đồng`
  return {
    superior: null,
    issuer: letter.issuer || (row.unit?.vi ?? ''),
    code: null,
    symbol: 'QĐ',
    place: letter.place,
    issuedOn: null,
    year: Number(today.slice(0, 4)),
    typeName: 'Quyết định',
    subject: `đền bù chi phí đào tạo đối với ông (bà) ${row.name}`,
    bases: [
      `Căn cứ ${row.document.replace(/^NĐ /, 'Nghị định số ')} về đào tạo, bồi dưỡng cán bộ, công chức`,
      `Căn cứ bản cam kết phục vụ ${row.committedMonths} tháng sau khi được cử đi đào tạo ngày ${formatDay(row.sentOn)}`,
    ],
    signature: { authority: null, of: null, second: null, title: letter.signTitle, name: letter.signName },
    recipients: ['Như Điều 3', 'Lưu: VT'],
    person: { fullName: row.name, bornOn: born ? formatPartialDate(born) : '', postAndUnit: row.unit?.vi ?? '', course },
    costs: costLines.map(({ item, note, voucher, amount: cost }) => ({
      text: [isCostItem(item) ? costItems[item].name.vi : item, note].filter(Boolean).join(': '),
      voucher: voucher ?? '',
      amount: cost,
    })),
    total: repayment.cost,
    committedMonths: repayment.committedMonths,
    servedMonths: repayment.servedMonths,
    repaid: repayment.amount,
    isWhole: repayment.cause !== 'left' && repayment.amount === repayment.cost,
    reason: `Ông (bà) ${row.name} ${causes[repayment.cause]}, kể từ ngày ${formatDay(repayment.on)}.`,
    articles: [
      `Ông (bà) ${row.name} đền bù chi phí đào tạo với số tiền ${amount}.`,
      'Số tiền đền bù nộp về cơ quan đã chi trả chi phí đào tạo theo quy định.',
      `Ông (bà) ${row.name} và các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này.`,
    ],
  }
}
