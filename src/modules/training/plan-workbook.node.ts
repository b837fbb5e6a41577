import type { Db } from '#db/connect.ts'
import { costItems, isCostItem } from '#law/training-costs.ts'
import type { Language } from '#lib/language.ts'
import { addDays } from '#lib/days.ts'
import type { WrittenSheet } from '#lib/workbook/write.ts'
import { writeWorkbookAway } from '#lib/workbook/write-away.node.ts'
import { footOf } from '#modules/audit/seal.sql.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import type { FileAnswer } from '#server/operations.ts'
import type { PlanRead } from './plan.contract.ts'

const words = {
  vi: {
    plan: 'Kế hoạch',
    money: 'Kinh phí',
    seats: 'Chỉ tiêu',
    total: 'Cộng',
    lines: [
      'TT',
      'Tên khóa',
      'Loại khóa',
      'Đối tượng',
      'Số suất',
      'Từ ngày',
      'Đến ngày',
      'Địa điểm',
      'Cơ sở đào tạo',
      'Nguồn kinh phí',
      'Dự toán (đồng)',
      'Đã chi (đồng)',
      'Đã cử',
      'Hoàn thành',
    ],
    costs: ['Tên khóa', 'Khoản chi', 'Định mức (đồng)', 'Tính theo', 'Dự toán (đồng)', 'Đã chi (đồng)', 'Còn lại (đồng)'],
    units: ['Tên khóa', 'Đơn vị', 'Số suất'],
    per: { seat: 'suất', line: 'cả khóa' },
  },
  en: {
    plan: 'Plan',
    money: 'Money',
    seats: 'Seats',
    total: 'Total',
    lines: [
      'No.',
      'Course',
      'Kind',
      'For whom',
      'Seats',
      'From',
      'To',
      'Place',
      'Institution',
      'Budget line',
      'Planned (đồng)',
      'Spent (đồng)',
      'Sent',
      'Completed',
    ],
    costs: ['Course', 'Item', 'Rate (đồng)', 'Per', 'Planned (đồng)', 'Spent (đồng)', 'Left (đồng)'],
    units: ['Course', 'Unit', 'Seats'],
    per: { seat: 'seat', line: 'course' },
  },
}
const numbers = new Set(['TT', 'No.', 'Số suất', 'Seats', 'Đã cử', 'Sent', 'Hoàn thành', 'Completed'])

/** The plan with its money and its seats, each on a sheet. */
export async function planWorkbook(db: Db, read: PlanRead, made: { language: Language; by: string; at: Date }): Promise<FileAnswer> {
  const { language } = made
  const foot = await footOf(db, made, language)
  const sheets = [linesSheet(read, language), costsSheet(read, language), seatsSheet(read, language)]
  return {
    name: `${read.plan.title}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: Buffer.from(await writeWorkbookAway(sheets.map((sheet) => ({ ...sheet, foot })))),
  }
}

function linesSheet({ plan, lines, total }: PlanRead, language: Language): WrittenSheet {
  const said = words[language]
  const widths = [5, 36, 30, 26, 9, 12, 12, 22, 26, 22, 18, 18, 9, 11]
  return {
    name: said.plan,
    title: [plan.title, [plan.unit[language], plan.year, plan.paper?.code].filter(Boolean).join(' · ')],
    columns: said.lines.map((header, at) => ({
      header,
      width: widths[at] ?? 14,
      kind: at === 5 || at === 6 ? ('day' as const) : kindOf(header),
    })),
    rows: [
      ...lines.map((line, index) => [
        ...[
          index + 1,
          line.title,
          trainingName(line.kind)[language],
          line.whom,
          line.seats,
          line.startsOn,
          line.endsOn && addDays(line.endsOn, -1),
        ],
        ...[line.place, line.institution, line.budgetLine, line.planned, line.spent, line.sent, line.completed],
      ]),
      [null, said.total, null, null, total.seats, null, null, null, null, null, total.planned, total.spent, total.sent, total.completed],
    ],
    boldRows: new Set([lines.length]),
  }
}

function costsSheet({ lines, total }: PlanRead, language: Language): WrittenSheet {
  const said = words[language]
  const rows = lines.flatMap(({ title, costs }) =>
    costs.map(({ item, per, amount, planned, spent }) => [
      title,
      nameOf(item)[language],
      amount,
      said.per[per],
      planned,
      spent,
      planned - spent,
    ]),
  )
  return {
    name: said.money,
    columns: said.costs.map((header, at) => ({ header, width: at < 2 ? 36 : 18, kind: kindOf(header) })),
    rows: [...rows, [said.total, null, null, null, total.planned, total.spent, total.planned - total.spent]],
    boldRows: new Set([rows.length]),
  }
}

function seatsSheet({ lines }: PlanRead, language: Language): WrittenSheet {
  const said = words[language]
  return {
    name: said.seats,
    columns: said.units.map((header, at) => ({ header, width: at < 2 ? 40 : 12, kind: kindOf(header) })),
    rows: lines.flatMap(({ title, unitSeats }) => unitSeats.map(({ unit, seats }) => [title, unit[language], seats])),
  }
}

function kindOf(header: string): 'number' | 'text' {
  return header.includes('(đồng)') || numbers.has(header) ? 'number' : 'text'
}

function nameOf(item: string): { vi: string; en: string } {
  return isCostItem(item) ? costItems[item].name : { vi: item, en: item }
}
