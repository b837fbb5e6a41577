import { Buffer } from 'node:buffer'
import { about } from '#db/facts.ts'
import { writeWorkbookAway } from '#lib/workbook/write-away.node.ts'
import { footOf } from '#modules/audit/seal.sql.ts'
import { command, type Route } from '#server/operations.ts'
import { listed } from './compile.sql.ts'
import { foundInCell } from './form-compile.sql.ts'
import { exportForm } from './form-export.contract.ts'
import { formSheet } from './form-layout.ts'
import { inFormOrder, listSheets, targetsIn, type ExportedRows } from './form-lists.ts'
import { findFormQuestion } from './form-question.sql.ts'
import { formAsked, formOf } from './form.routes.ts'
import type { Slice } from './form.ts'
import { readPage } from './people-list.sql.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function formExportRoutes(): Route[] {
  return [
    // It writes nothing but the audit entry: lists that leave the house leave a trace.
    command(exportForm, async ({ form: name, basis, count, language, ...asked }, { tx, ...reader }) => {
      const form = formAsked(name)
      const found = await findFormQuestion(tx, asked, reader)
      const answer = await formOf(tx, form, found, basis, reader)
      const rowsOf = async (cell: Slice) => {
        const source = foundInCell(form, found.question, basis, cell, count)
        const page = await readPage(tx, async (part) => (await listed(source, found.question, part).execute(tx)).rows, reader, {
          limit: null,
        })
        return inFormOrder(form, page.rows)
      }
      const hasClasses = answer.columns.some(({ counts }) => counts === 'classes')
      const rows: ExportedRows | null = answer.isProtected
        ? null
        : { people: await rowsOf({}), classes: hasClasses ? await rowsOf({ openedBy: ['province', 'district', 'commune'] }) : [] }
      about(tx, { subjectId: found.unit.unitId })
      const foot = await footOf(tx, { by: reader.actor.name, at: reader.now }, language)
      const targetOf = rows ? targetsIn(form, rows) : () => undefined
      const lists = rows ? listSheets(form, rows, language).map((sheet) => ({ ...sheet, foot })) : []
      const bytes = await writeWorkbookAway([formSheet({ form, answer, count, language, targetOf, foot }), ...lists])
      return {
        name: `${form.form} ${found.unit[language]} ${found.days.from} ${found.days.to}.xlsx`,
        type: spreadsheet,
        content: Buffer.from(bytes),
      }
    }),
  ]
}
