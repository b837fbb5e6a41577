import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Language } from '#lib/language.ts'
import { cellText, columnLetter } from '#lib/workbook/cells.ts'
import { writeWorkbook } from '#lib/workbook/write.ts'
import { footOf } from '#modules/audit/seal.sql.ts'
import type { FileAnswer } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { readWorkbook } from './reading.node.ts'
import { contentOf, type FoundRun } from './run.sql.ts'
import { whyText } from './why-text.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const heads = { vi: { row: 'Dòng', why: 'Lý do' }, en: { row: 'Row', why: 'Reason' } } satisfies Record<
  Language,
  { row: string; why: string }
>

type Made = { language: Language; by: string; at: Date }
type Refused = { sheet: string; row: number; refusals: { column: string; why: { code: string } }[] }

/** The refused rows as they stand in the file, the reason in the last column. */
export async function errorFile(db: Db, run: FoundRun, { language, by, at }: Made): Promise<FileAnswer> {
  const foot = await footOf(db, { by, at }, language)
  const { rows } = await sql<Refused>`
    select sheet, row, detail -> 'refusals' as refusals from imports.row where run_id = ${run.id}::uuid and state = 'refused' order by number`.execute(
    db,
  )
  if (rows.length === 0) throw new NotFound()
  const workbook = await readWorkbook(await contentOf(db, run.id))
  const sheets = workbook.sheets.flatMap((sheet) => {
    const refused = new Map(rows.filter((row) => row.sheet === sheet.name).map((row) => [row.row, row]))
    if (refused.size === 0) return []
    const own = sheet.rows.filter(({ row }) => refused.has(row))
    const width = Math.max(...own.map(({ cells }) => cells.length))
    const headings = headingsOf(run, sheet.name, width)
    return [
      {
        name: sheet.name,
        columns: [
          { header: heads[language].row, width: 7 },
          ...headings.map((header) => ({ header, width: 18, kind: 'text' as const })),
          { header: heads[language].why, width: 60 },
        ],
        rows: own.map(({ row, cells }) => [
          row,
          ...headings.map((_, column) => cellText(cells[column])),
          reasonOf(refused.get(row), language),
        ]),
        foot,
      },
    ]
  })
  const name = `${run.fileName.replace(/\.xlsx?$/i, '')} - ${language === 'vi' ? 'dòng lỗi' : 'refused rows'}.xlsx`
  return { name, type: xlsx, content: Buffer.from(await writeWorkbook(sheets)) }
}

function headingsOf(run: FoundRun, sheet: string, width: number): string[] {
  const columns = run.recognised.sheets?.find((one) => one.sheet === sheet)?.tables[0]?.columns ?? []
  const named = new Map(columns.map(({ column, heading }) => [column, heading]))
  return Array.from({ length: width }, (_, index) => named.get(columnLetter(index)) || columnLetter(index))
}

function reasonOf(row: Refused | undefined, language: Language): string {
  return (row?.refusals ?? []).map(({ column, why }) => `${column}${row?.row}: ${whyText(why, language)}`).join('\n')
}
