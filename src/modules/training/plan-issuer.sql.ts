import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { PaperFamily } from '#modules/decisions/paper-data.ts'
import { familyOf } from './board-paper.ts'
import { seatOf } from './board-issuer.sql.ts'
import { issuerOf, type PlanIssuing } from './plan-paper.ts'
import type { PlanHead } from './plan.contract.ts'

type Draft = { family: PaperFamily; signer: string; signerTitle: string }
type Made = { code: string; symbol: string; issuer: string; issuedOn: string; signer: string | null; signerTitle: string | null }

/** Who issues the plan: as its paper says, else as it would be. */
export async function planIssuing(db: Db, plan: PlanHead, draft: Draft): Promise<PlanIssuing> {
  const { rows } = await sql<Made>`
    select code, symbol, issuer, issued_on as "issuedOn", signer, signer_title as "signerTitle" from decisions.decision
    where id = ${plan.status === 'approved' ? (plan.paper?.id ?? null) : null}::uuid`.execute(db)
  const [made] = rows
  const { territory, above } = await seatOf(db, plan.unit.id, `${plan.year}-01-01`)
  const family = made ? familyOf(made.code) : draft.family
  const own = issuerOf(territory ?? plan.unit.vi, family)
  return {
    family,
    territory: territory ?? plan.unit.vi,
    above,
    issuer: made?.issuer ?? own.issuer,
    code: made?.code ?? null,
    symbol: made?.symbol ?? own.symbol,
    issuedOn: made?.issuedOn ?? null,
    signer: made?.signer ?? draft.signer,
    signerTitle: made?.signerTitle ?? draft.signerTitle,
  }
}
