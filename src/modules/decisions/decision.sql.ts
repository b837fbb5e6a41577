import type { Tx } from '#db/connect.ts'
import { insertAnchors, noteChange, recordOf } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import { codeKey, partsOfCode } from './decision.ts'

export type NewDecision = {
  id?: string
  /** As written: '215-QĐ/HU' or '15/QĐ-UBND'. */
  code: string
  kind: string
  issuedOn: string
  issuer: string
  issuerUnitId?: string | null
  signer?: string | null
  signerTitle?: string | null
  subject: string
  fileId?: string | null
  runId?: string | null
  runRow?: number | null
}

/** Enters papers in the register and returns their ids in order; the same code of one issuer on the same day is refused ('decision-taken'). */
export async function addDecisions(tx: Tx, decisions: NewDecision[]): Promise<string[]> {
  const { now } = recordOf(tx)
  const rows = decisions.map((decision) => ({
    id: decision.id ?? newId(now.getTime()),
    code: decision.code,
    ...partsOfCode(decision.code),
    code_key: codeKey(decision.code),
    kind: decision.kind,
    issued_on: decision.issuedOn,
    issuer: decision.issuer,
    issuer_unit_id: decision.issuerUnitId ?? null,
    signer: decision.signer ?? null,
    signer_title: decision.signerTitle ?? null,
    subject: decision.subject,
    file_id: decision.fileId ?? null,
    recorded_at: now.toISOString(),
    run_id: decision.runId ?? null,
    run_row: decision.runRow ?? null,
  }))
  await insertAnchors(tx, 'decisions.decision', rows)
  noteChange(tx, { table: 'decisions.decision', done: 'recorded', count: rows.length, after: decisions.slice(0, 20) })
  return rows.map((row) => row.id)
}
