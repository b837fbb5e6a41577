import { Buffer } from 'node:buffer'
import type { Db } from '#db/connect.ts'
import { about } from '#db/facts.ts'
import type { Language } from '#lib/language.ts'
import type { WrittenSheet } from '#lib/workbook/write.ts'
import { writeWorkbookAway } from '#lib/workbook/write-away.node.ts'
import { footOf } from '#modules/audit/seal.sql.ts'
import { command, query, type FileAnswer, type Route } from '#server/operations.ts'
import { exportFulfilment, exportHours } from './done-export.contract.ts'
import { hoursListSheet, hoursSheet, kindsSheet, linesSheet } from './done-sheets.ts'
import { findFormQuestion } from './form-question.sql.ts'
import { fulfilmentOf } from './fulfilment.routes.ts'
import { hoursOf, peopleOfHours } from './hours.routes.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function doneExportRoutes(): Route[] {
  return [
    // It writes nothing but the audit entry: lists that leave the house leave a trace.
    command(exportHours, async ({ language, ...asked }, { tx, ...reader }) => {
      const found = await findFormQuestion(tx, asked, reader)
      const answer = await hoursOf(tx, found, reader)
      const people = answer.isProtected ? null : await peopleOfHours(tx, found, reader, { band: 'all', limit: null })
      about(tx, { subjectId: found.unit.unitId })
      const sheets = [hoursSheet(answer, language), ...(people ? [hoursListSheet(people.rows, language)] : [])]
      return workbook(tx, sheets, { name: found.unit[language], language, by: reader.actor.name, at: reader.now })
    }),

    query(exportFulfilment, async ({ language, ...asked }, { db, actor, ...reader }) => {
      const answer = await fulfilmentOf(db, asked, reader)
      const sheets = [linesSheet(answer, asked.year, language), kindsSheet(answer, language)]
      return workbook(db, sheets, { name: String(asked.year), language, by: actor.name, at: reader.now })
    }),
  ]
}

type Made = { name: string; language: Language; by: string; at: Date }

async function workbook(db: Db, sheets: WrittenSheet[], { name, language, by, at }: Made): Promise<FileAnswer> {
  const foot = await footOf(db, { by, at }, language)
  const bytes = await writeWorkbookAway(sheets.map((sheet) => ({ ...sheet, foot })))
  return { name: `${sheets[0]?.name ?? ''} ${name}.xlsx`, type: spreadsheet, content: Buffer.from(bytes) }
}
