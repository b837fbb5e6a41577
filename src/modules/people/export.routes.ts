import { formatDay } from '#lib/days.ts'
import type { Language } from '#lib/language.ts'
import type { WrittenSheet } from '#lib/workbook/write.ts'
import { writeWorkbookAway } from '#lib/workbook/write-away.node.ts'
import { footOf } from '#modules/audit/seal.sql.ts'
import { unitNames } from '#modules/organisation/authority.sql.ts'
import { about, noteChange } from '#db/facts.ts'
import { command, type CommandContext, type Route } from '#server/operations.ts'
import { refuse } from '#server/refusal.ts'
import { filterText } from './filter-text.ts'
import type { Asked } from './list-filter.sql.ts'
import { askedOf } from './list.routes.ts'
import { peopleSheet } from './list-sheet.ts'
import { columnWords, filterWords, sheetWords, type FilterName } from './list-words.ts'
import { exportColumns, exportList, sensitiveColumns, windowRows, type PersonRow } from './list.contract.ts'
import { readWindow } from './list.sql.ts'
import { exportObjections, purposeText } from './purposes.ts'

const defaultColumns = exportColumns.filter((column) => !sensitiveColumns.includes(column))

export function exportRoutes(): Route[] {
  return [
    // A command although it reads: each export is an entry of the audit log.
    command(exportList, async ({ day, columns = defaultColumns, language, purpose, paper, ...filters }, context) => {
      const { tx, today } = context
      const asked = await askedOf({ ...context, db: tx }, filters, day)
      const mayRead = asked.sensitive === 'everything' || asked.sensitive.unitIds.length > 0 || asked.sensitive.personId !== null
      const given = mayRead ? columns : columns.filter((column) => !sensitiveColumns.includes(column))
      refuse(given.some((column) => sensitiveColumns.includes(column)) ? exportObjections({ purpose, paper }) : [])
      const rows = await allRows(context, asked)
      const keptBack = columns.filter((column) => !given.includes(column))
      const closed = rows.filter(({ hidden }) => given.some((column) => hidden.includes(column))).length
      noteChange(tx, { table: 'people.person', done: 'changed', count: rows.length, why: 'exported', after: given })
      const reason = [purpose && purposeText(purpose, 'vi'), paper].filter(Boolean).join(' · ')
      about(tx, reason ? { reason } : {})
      const foot = await footOf(tx, { by: context.actor.name, at: context.now }, language)
      const sheets = [
        peopleSheet(rows, given, language),
        await conditionsSheet(context, asked, { language, purpose, paper, count: rows.length, keptBack, closed }),
      ]
      return {
        name: `${sheetWords.file[language]} ${formatDay(day ?? today).replaceAll('/', '-')}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        content: Buffer.from(await writeWorkbookAway(sheets.map((sheet) => ({ ...sheet, foot })))),
      }
    }),
  ]
}

/** Window after window, as the page reads them. */
async function allRows({ tx }: CommandContext, asked: Asked): Promise<PersonRow[]> {
  const rows: PersonRow[] = []
  let after: string | undefined
  do {
    const page = await readWindow(tx, asked, { after, limit: windowRows * 10 })
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after !== undefined)
  return rows
}

type Said = {
  language: Language
  purpose: string | undefined
  paper: string | undefined
  count: number
  /** Columns asked for that the caller may see of nobody, and how many rows lack what the caller may not see of these persons. */
  keptBack: (typeof exportColumns)[number][]
  closed: number
}

async function conditionsSheet(
  { tx, actor, now }: CommandContext,
  { filters, day }: Asked,
  { language, purpose, paper, count, keptBack, closed }: Said,
): Promise<WrittenSheet> {
  const unit = filters.unitId ? ((await unitNames(tx, [filters.unitId])).get(filters.unitId) ?? null) : null
  const asked = Object.entries(filters).filter(([, value]) => value !== undefined)
  const rows = [
    [sheetWords.day[language], formatDay(day)],
    ...asked.map(([name, value]) => [filterWords[name as FilterName][language], filterText(name as FilterName, value, unit)[language]]),
    [sheetWords.count[language], String(count)],
    ...keptBack.map((column) => [columnWords[column][language], sheetWords.keptBack[language]]),
    ...(closed > 0 ? [[sheetWords.closed[language], String(closed)]] : []),
    ...(purpose ? [[sheetWords.purpose[language], purposeText(purpose, language)]] : []),
    ...(paper ? [[sheetWords.paper[language], paper]] : []),
    [sheetWords.exportedBy[language], actor.name],
    [sheetWords.exportedAt[language], now.toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })],
  ]
  return {
    name: sheetWords.conditions[language],
    columns: [
      { header: sheetWords.condition[language], width: 30 },
      { header: sheetWords.value[language], width: 60, kind: 'text' },
    ],
    rows,
  }
}
