import type { Db } from '#db/connect.ts'
import { proposedPaperNumber } from '#modules/decisions/paper-number.sql.ts'
import { paperTypes, renderPaper } from '#modules/decisions/paper-print.node.ts'
import { ownTemplates } from '#modules/decisions/template.sql.ts'
import { type Route, wideQuery } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import type { InputOf } from '#lib/operation.ts'
import { listIssuers, printBoard } from './board-acts.contract.ts'
import { familyOfSymbol, knownIssuers, listedOn, paperOfClass, planCited, seatOf } from './board-issuer.sql.ts'
import { callUpPaper, familyOf, sendingPaper, type Issuing } from './board-paper.ts'
import { findClass } from './class-known.sql.ts'
import type { ClassRow } from './class.contract.ts'

export function boardPaperRoutes(): Route[] {
  return [
    wideQuery(listIssuers, async ({ classId, on }, { db, scope, today }) => {
      const of = await findClass(db, scope, classId)
      const day = on ?? today
      const known = await knownIssuers(db, scope, { openerUnitId: of.opener.id, on: day })
      const issuers = []
      for (const { code: _, ...one } of known) {
        const family = familyOfSymbol(one.symbol)
        issuers.push({ ...one, family, nextCode: await proposedPaperNumber(db, { ...one, family, year: Number(day.slice(0, 4)) }) })
      }
      return { issuers }
    }),

    // A paper lists all whom it sends: whoever sees the class sees its trainees, too.
    wideQuery(printBoard, async ({ classId, kind, format, decisionId, ...draft }, { db, scope }) => {
      const of = await findClass(db, scope, classId)
      const people = await listedOn(db, classId, decisionId ?? null)
      const issuing = await issuingOf(db, of, decisionId, draft)
      if (people.length === 0) throw new NotFound()
      const paper =
        kind === 'sending' ? { kind, data: sendingPaper(of, people, issuing) } : { kind, data: callUpPaper(of, people, issuing) }
      const content = await renderPaper({
        ...paper,
        family: issuing.family,
        format,
        templates: await ownTemplates(db, kind, issuing.family),
      })
      return { name: `${nameOf(kind, issuing)} - ${of.title}.${format}`, type: paperTypes[format], content }
    }),
  ]
}

type Draft = Omit<InputOf<typeof printBoard>, 'classId' | 'kind' | 'format' | 'decisionId'>

async function issuingOf(db: Db, of: ClassRow, decisionId: string | undefined, draft: Draft): Promise<Issuing> {
  const made = decisionId ? await paperOfClass(db, of.classId, decisionId) : undefined
  if (decisionId && !made) throw new NotFound()
  const issuer = made?.issuer ?? draft.issuer ?? of.opener.vi
  const family = made ? familyOf(made.code) : (draft.family ?? 'state')
  const issuedOn = made?.issuedOn ?? draft.issuedOn ?? null
  return {
    family,
    issuer,
    ...(await seatOf(db, made ? made.issuerUnitId : (draft.issuerUnitId ?? null), issuedOn ?? of.openedOn)),
    code: made?.code ?? null,
    symbol: made?.symbol ?? draft.symbol ?? (family === 'party' ? 'QĐ/ĐU' : 'QĐ-UBND'),
    // A draft has no day yet: it is written in when it is signed.
    issuedOn: made ? issuedOn : null,
    signer: made?.signer ?? draft.signer ?? '',
    signerTitle: made?.signerTitle ?? draft.signerTitle ?? '',
    subject: made?.subject ?? draft.subject ?? `Cử cán bộ, công chức đi học lớp ${of.title}`,
    plan: await planCited(db, of.planLineId),
  }
}

function nameOf(kind: 'sending' | 'call_up', { code }: Issuing): string {
  if (kind === 'call_up') return 'Giấy triệu tập'
  return code ? `Quyết định ${code.replaceAll('/', '-')}` : 'Dự thảo quyết định'
}
