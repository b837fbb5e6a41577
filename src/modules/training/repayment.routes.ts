import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { renderPaper } from '#modules/decisions/paper-print.node.ts'
import { ownTemplates } from '#modules/decisions/template.sql.ts'
import { lockFact, lockPerson, replaceFact, settle } from '#modules/people/fact.sql.ts'
import { command, query, type Route } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { commitmentsWhere } from './commitment-ledger.sql.ts'
import { assessRepayment, printRepayment, recordRepayment, settleRepayment } from './commitment.contract.ts'
import { findCommitment, seenBy } from './commitment.routes.ts'
import { recordRepayments } from './commitment.sql.ts'
import { assess, repaymentObjections, settlementObjections } from './commitment.ts'
import { repaymentPaper } from './repayment-paper.ts'

const table = 'training.repayment'
const types = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' }

export function repaymentRoutes(): Route[] {
  return [
    query(assessRepayment, async ({ cause, on, reduced, ...of }, context) => {
      const { row, facts } = await findCommitment(context.db, of, await seenBy(context, context.today))
      const asked = { cause, on, isReduced: reduced === 'yes' }
      const assessed = assess(facts, asked)
      return {
        ...assessed,
        objections: repaymentObjections({ ...facts, hasRepayment: row.repayment !== null }, asked, assessed, context.today),
      }
    }),

    command(recordRepayment, async ({ personId, commitmentId, cause, on, reduced, decisionId, basis, override }, { tx, ...context }) => {
      await lockPerson(tx, personId)
      const { row, facts } = await findCommitment(tx, { personId, commitmentId }, await seenBy({ ...context, db: tx }, context.today))
      const asked = { cause, on, isReduced: reduced === 'yes' }
      const assessed = assess(facts, asked)
      const objections = repaymentObjections({ ...facts, hasRepayment: row.repayment !== null }, asked, assessed, context.today)
      await settle(tx, { personId, basis: { decisionId, basis, override }, objections })
      const [id = ''] = await recordRepayments(tx, [{ personId, commitmentId, cause, on, ...assessed, decisionId }])
      return { id, amount: assessed.amount }
    }),

    command(settleRepayment, async ({ personId, repaymentId, status, on, decisionId, basis, override }, { tx, today }) => {
      await lockPerson(tx, personId)
      const fact = await lockFact(tx, table, personId, repaymentId)
      const objections = settlementObjections(
        { status: String(fact['status']), from: String(fact['on_day']) },
        { status, on, decisionId },
        today,
      )
      await settle(tx, { personId, basis: { decisionId, basis, override }, objections })
      return {
        id: await replaceFact(tx, table, fact, { status, status_on: on, decision_id: decisionId ?? fact['decision_id'] }, 'completed'),
      }
    }),

    query(printRepayment, async ({ personId, repaymentId, format, family, ...letter }, context) => {
      const { db, today } = context
      const commitmentId = await commitmentOf(db, personId, repaymentId)
      const [known] = commitmentId
        ? await commitmentsWhere(
            db,
            sql<boolean>`c.person_id = ${personId}::uuid and c.sending_id = ${commitmentId}::uuid`,
            await seenBy(context, today),
          )
        : []
      if (!known?.row.repayment) throw new NotFound()
      const data = repaymentPaper({ ...known, repayment: known.row.repayment, birth: await birthOf(db, personId) }, letter, today)
      const content = await renderPaper({ kind: 'repayment', family, format, data, templates: await ownTemplates(db, 'repayment', family) })
      return { name: `Đền bù chi phí đào tạo - ${known.row.name}.${format}`, type: types[format], content }
    }),
  ]
}

/** The sending of the commitment that the repayment is about: the commitment may have been recorded anew since. */
async function commitmentOf(db: Db, personId: string, repaymentId: string): Promise<string | null> {
  const { rows } = await sql<{ sendingId: string }>`
    select b.sending_id as "sendingId" from training.repayment r join training.commitment b on b.person_id = r.person_id and b.id = r.commitment_id
    where r.person_id = ${personId}::uuid and r.id = ${repaymentId}::uuid and upper_inf(r.recorded)`.execute(db)
  return rows[0]?.sendingId ?? null
}

async function birthOf(db: Db, personId: string): Promise<string | null> {
  const { rows } = await sql<{ birth: string | null }>`
    select birth from people.profile where person_id = ${personId}::uuid and upper_inf(recorded)`.execute(db)
  return rows[0]?.birth ?? null
}
