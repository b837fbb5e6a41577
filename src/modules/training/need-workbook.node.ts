import type { Db } from '#db/connect.ts'
import type { Language } from '#lib/language.ts'
import { formatDay } from '#lib/days.ts'
import type { WrittenSheet } from '#lib/workbook/write.ts'
import { writeWorkbookAway } from '#lib/workbook/write-away.node.ts'
import { footOf } from '#modules/audit/seal.sql.ts'
import { unitNames } from '#modules/organisation/authority.sql.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import type { FileAnswer } from '#server/operations.ts'
import type { NeedRow } from './need.contract.ts'
import { needWhy, originWords, ruleText, standingText, urgencyText } from './need-words.ts'

const words = {
  vi: {
    name: 'Nhu cầu đào tạo',
    title: (year: number) => `NHU CẦU ĐÀO TẠO, BỒI DƯỠNG NĂM ${year}`,
    about: (unit: string, day: string, needs: number, people: number) =>
      `${unit}tính đến ngày ${day}: ${needs} lượt nhu cầu của ${people} người`,
    headers: ['STT', 'Họ và tên', 'Đơn vị', 'Chức danh', 'Khóa cần học', 'Nguồn', 'Vì sao', 'Căn cứ', 'Mức cấp thiết', 'Ý kiến', 'Ghi chú'],
  },
  en: {
    name: 'Training needs',
    title: (year: number) => `TRAINING NEEDS OF ${year}`,
    about: (unit: string, day: string, needs: number, people: number) =>
      `${unit}as of ${day}: ${needs} needs (person-times) of ${people} people`,
    headers: ['No.', 'Full name', 'Unit', 'Title', 'Course', 'Origin', 'Why', 'Rule', 'Urgency', 'Said of it', 'Note'],
  },
}
const widths = [6, 26, 28, 26, 30, 18, 36, 26, 26, 28, 30]

export type NeedsSaid = { year: number; day: string; unitId?: string | undefined }

/** The list as the page shows it: the same rows in the same order. */
export async function needsWorkbook(
  db: Db,
  rows: readonly NeedRow[],
  { year, day, unitId }: NeedsSaid,
  made: { language: Language; by: string; at: Date },
): Promise<FileAnswer> {
  const { language } = made
  const said = words[language]
  const unit = unitId ? (await unitNames(db, [unitId])).get(unitId)?.[language] : undefined
  const people = new Set(rows.map(({ personId }) => personId)).size
  const sheet: WrittenSheet = {
    name: said.name,
    title: [said.title(year), said.about(unit ? `${unit}, ` : '', formatDay(day), rows.length, people)],
    columns: said.headers.map((header, at) => ({
      header,
      width: widths[at] ?? 20,
      kind: at === 0 ? ('number' as const) : ('text' as const),
    })),
    rows: rows.map((row, index) => [index + 1, ...cellsOf(row, language)]),
    foot: await footOf(db, made, language),
  }
  return {
    name: `${said.name} ${year}.xlsx`,
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: Buffer.from(await writeWorkbookAway([sheet])),
  }
}

function cellsOf(row: NeedRow, language: Language): string[] {
  const said = row.origin === 'added' || row.origin === 'applied' ? '' : (row.reason ?? '')
  return [
    ...[row.name, row.unit[language], row.titleText, trainingName(row.kind)[language], originWords[row.origin][language]],
    ...[needWhy(row)[language], ruleText(row)[language], urgencyText(row)[language], said, standingText(row)[language]],
  ]
}
