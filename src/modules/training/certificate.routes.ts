import { about, noteChange } from '#db/facts.ts'
import type { Db } from '#db/connect.ts'
import { writeWorkbookAway } from '#lib/workbook/write-away.node.ts'
import { footOf } from '#modules/audit/seal.sql.ts'
import { renderPaper } from '#modules/decisions/paper-print.node.ts'
import { ownTemplates } from '#modules/decisions/template.sql.ts'
import { findPaper } from '#modules/people/fact.sql.ts'
import { sensitiveScope } from '#modules/people/sensitive.sql.ts'
import { command, type Actor, type Route, type Scope, wideQuery } from '#server/operations.ts'
import { NotFound, refuse } from '#server/refusal.ts'
import { certificateOfCode, certificatesPage, certificateTotals, type CertificatesAsked } from './certificate-list.sql.ts'
import { certificatePaper } from './certificate-paper.ts'
import { certificateSheet } from './certificate-sheet.ts'
import {
  annulCertificate,
  exportCertificates,
  issueCertificates,
  listCertificates,
  printCertificates,
  verifyCertificate,
} from './certificate.contract.ts'
import { addCertificates, certificatesToPrint, endCertificate, lockCertificate, lockToCertify } from './certificate.sql.ts'
import { annulObjections, issueObjections, readCheckCode } from './certificate.ts'
import { findClass, lockClass, scopeFor, settleClass } from './class-known.sql.ts'

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const mostExported = 20_000

export function certificateRoutes(): Route[] {
  return [
    wideQuery(listCertificates, async ({ after, limit, ...filters }, context) => {
      const asked = await askedOf(context, filters)
      return { ...(await certificatesPage(context.db, asked, { after, limit })), ...(await certificateTotals(context.db, asked)) }
    }),

    // A command although it reads: each export is an entry of the audit log.
    command(exportCertificates, async ({ language, ...filters }, { tx, now, ...context }) => {
      const { rows } = await certificatesPage(tx, await askedOf({ ...context, db: tx }, filters), { limit: mostExported })
      noteChange(tx, { table: 'training.certificate', done: 'changed', count: rows.length, why: 'exported', after: filters })
      const foot = await footOf(tx, { by: context.actor.name, at: now }, language)
      const sheet = { ...certificateSheet(rows, language), foot }
      return { name: `${sheet.name}.xlsx`, type: spreadsheet, content: Buffer.from(await writeWorkbookAway([sheet])) }
    }),

    command(issueCertificates, async ({ classId, personIds, decisionId, basis, override, ...given }, { tx, scope, today }) => {
      const of = await findClass(tx, scope, classId)
      await lockClass(tx, classId)
      const trainees = await lockToCertify(tx, classId, personIds)
      if (personIds && trainees.length < new Set(personIds).size) throw new NotFound()
      await settleClass(tx, classId, { decisionId, basis, override }, issueObjections(given, trainees, today))
      const register = await addCertificates(
        tx,
        { ...given, classId, openerUnitId: of.opener.id, decisionId },
        trainees.map(({ personId }) => personId),
      )
      return { issued: trainees.length, ...register }
    }),

    command(annulCertificate, async ({ classId, personId, on, reason, decisionId }, { tx, scope, today }) => {
      await findClass(tx, scope, classId)
      await lockClass(tx, classId)
      const certificate = await lockCertificate(tx, classId, personId)
      if (!certificate) throw new NotFound()
      const paper = await findPaper(tx, decisionId)
      refuse(annulObjections({ on, decisionId, paper }, certificate, today))
      const why = [reason, paper?.code].filter(Boolean).join(' · ')
      await endCertificate(tx, { classId, personId }, certificate, { on, why })
      about(tx, { personId, subjectId: classId, reason: why })
      return {}
    }),

    wideQuery(printCertificates, async ({ classId, personIds, family, base = '', ...signed }, { db, scope, actor, today }) => {
      const of = await findClass(db, scope, classId)
      const held = await certificatesToPrint(db, classId, personIds, { sensitive: await sensitiveScope(db, { actor, today }), today })
      if (held.length === 0) throw new NotFound()
      const data = certificatePaper(held, { of, base, ...signed })
      const content = await renderPaper({
        kind: 'certificate',
        family,
        format: 'pdf',
        data,
        templates: await ownTemplates(db, 'certificate', family),
      })
      return { name: `Chứng chỉ - ${of.title}.pdf`, type: 'application/pdf', content }
    }),

    wideQuery(verifyCertificate, async ({ code: typed }, { db, today }) => {
      const code = readCheckCode(typed)
      return { isReadable: code !== null, certificate: code ? await certificateOfCode(db, code, today) : null }
    }),
  ]
}

async function askedOf(
  { db, scope, actor, today }: { db: Db; scope: Scope; actor: Actor; today: string },
  filters: CertificatesAsked['filters'],
): Promise<CertificatesAsked> {
  const people = await scopeFor(db, actor, 'people.read', today)
  const writing = await scopeFor(db, actor, 'training.write', today)
  return { filters, scope, people, writing, today }
}
