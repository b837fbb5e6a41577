import { addDays, formatDay } from '#lib/days.ts'
import type { PaperFamily, PlanPaper } from '#modules/decisions/paper-data.ts'
import { signatureOf, trainingRule } from './board-paper.ts'
import type { PlanLine } from './plan-line.contract.ts'
import type { PlanRead } from './plan.contract.ts'

/** Who issues the plan, from its paper in the register or, while there is none, as the officer says. */
export type PlanIssuing = {
  family: PaperFamily
  issuer: string
  /** 'Tỉnh Tuyên Quang', 'Xã Tứ Quận'. */
  territory: string | null
  above: string | null
  code: string | null
  symbol: string
  issuedOn: string | null
  signer: string
  signerTitle: string
}

const kinds: Record<string, { committee: string; symbol: string }> = {
  Tỉnh: { committee: 'Tỉnh ủy', symbol: 'TU' },
  'Thành phố': { committee: 'Thành ủy', symbol: 'TU' },
  Huyện: { committee: 'Huyện ủy', symbol: 'HU' },
}

/** The body of the territory that would issue the plan: its People's Committee, or its Party committee. */
export function issuerOf(unit: string, family: PaperFamily): { issuer: string; symbol: string } {
  if (family === 'state') return { issuer: `Ủy ban nhân dân ${lowered(unit)}`, symbol: 'KH-UBND' }
  const kind = Object.keys(kinds).find((word) => unit.startsWith(`${word} `))
  const party = kind && kinds[kind]
  return party
    ? { issuer: `${party.committee} ${unit.slice(kind.length + 1)}`, symbol: `KH/${party.symbol}` }
    : { issuer: `Đảng ủy ${lowered(unit)}`, symbol: 'KH/ĐU' }
}

/** The plan as a paper of the State or the Party, with the table of its courses. */
export function planPaper({ plan, lines, total, byBudgetLine }: PlanRead, by: PlanIssuing): PlanPaper {
  const isParty = by.family === 'party'
  const rule = trainingRule(by.issuedOn ?? `${plan.year}-01-01`)
  return {
    superior: isParty && by.above ? `Đảng bộ ${lowered(by.above)}` : null,
    issuer: by.issuer,
    code: by.code,
    symbol: by.symbol,
    place: by.territory?.replace(/^(?:Tỉnh|Thành phố|Huyện|Xã|Phường)\s/u, '') ?? '',
    issuedOn: by.issuedOn,
    year: Number((by.issuedOn ?? `${plan.year}`).slice(0, 4)),
    subject: `Đào tạo, bồi dưỡng cán bộ, công chức năm ${plan.year}`,
    bases: isParty ? [] : [rule],
    signature: signatureOf(by.signerTitle, by.signer),
    recipients: ['Các cơ quan, đơn vị có tên trong biểu', isParty ? 'Lưu Văn phòng' : 'Lưu: VT'],
    sections: [
      {
        heading: 'Mục đích, yêu cầu',
        paragraphs: [
          'Bảo đảm cán bộ, công chức đạt tiêu chuẩn của chức danh đang giữ; cử đúng đối tượng, đúng vị trí việc làm.',
          'Sử dụng kinh phí đúng mục đích, tiết kiệm.',
        ],
      },
      {
        heading: 'Nội dung và kinh phí',
        paragraphs: [
          `Tổng số ${lines.length} khóa với ${written(total.seats)} suất; dự toán ${written(total.planned)} đồng, theo biểu kèm theo Kế hoạch này.`,
          ...byBudgetLine.filter(({ key }) => key !== '').map(({ key, planned }) => `${key}: ${written(planned)} đồng.`),
          ...(plan.note ? [plan.note] : []),
        ],
      },
      {
        heading: 'Tổ chức thực hiện',
        paragraphs: [
          ...(plan.awayPercent === null ? [] : [`Mỗi đơn vị không cử quá ${plan.awayPercent}% số người đi học cùng một thời gian.`]),
          'Các cơ quan, đơn vị cử người học theo chỉ tiêu được chia và báo cáo kết quả trước ngày 15 tháng 12.',
        ],
      },
    ],
    table: { title: `Biểu các khóa đào tạo, bồi dưỡng năm ${plan.year}`, rows: lines.map(rowOf) },
  }
}

function rowOf(line: PlanLine): PlanPaper['table']['rows'][number] {
  return {
    course: line.title,
    audience: line.whom ?? '',
    seats: line.seats,
    when: [line.startsOn, line.endsOn && addDays(line.endsOn, -1)]
      .filter((day) => day !== null)
      .map(formatDay)
      .join(' – '),
    where: line.place ?? line.institution ?? '',
    budget: line.budgetLine ?? '',
    cost: line.planned,
  }
}

function written(number: number): string {
  return new Intl.NumberFormat('vi-VN').format(number)
}

function lowered(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
}
