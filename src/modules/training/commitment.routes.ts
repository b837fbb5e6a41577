import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { commitmentRuleOn } from '#law/commitment.ts'
import { isPersonInScope } from '#modules/people/scope.sql.ts'
import { unitsUnder } from '#modules/organisation/subtree.sql.ts'
import { lockFact, lockPerson, replaceFact, settle } from '#modules/people/fact.sql.ts'
import { sensitiveScope } from '#modules/people/sensitive.sql.ts'
import { command, query, type Actor, type Route, type Scope } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { scopeFor } from './class-known.sql.ts'
import { commitmentsWhere, ledgerFilter, mostListed, type KnownCommitment, type Seen } from './commitment-ledger.sql.ts'
import { listCommitments, readCommitment, recordCommitment, setCommitmentCosts } from './commitment.contract.ts'
import { recordCommitments, sendingToCommit } from './commitment.sql.ts'
import { commitmentObjections, commitmentStates, costObjections } from './commitment.ts'

const table = 'training.commitment'

export function commitmentRoutes(): Route[] {
  return [
    query(listCommitments, async ({ day, unitId, q, state, alert }, context) => {
      const { db, today, now } = context
      const seen = await seenBy(context, day ?? today)
      const unitIds = unitId ? await unitsUnder(db, unitId, seen.day, now) : null
      const found = await commitmentsWhere(db, ledgerFilter({ unitIds, q }), seen)
      const rows = found.slice(0, mostListed).map(({ row }) => row)
      const shown = rows.filter((row) => (!state || row.state === state) && (!alert || row.alert !== null))
      const sum = (status: string) =>
        rows.reduce((total, { repayment }) => total + (repayment?.status === status ? repayment.amount : 0), 0)
      return {
        rows: shown,
        total: rows.length,
        states: Object.fromEntries(commitmentStates.map((one) => [one, rows.filter((row) => row.state === one).length])),
        alerts: rows.filter((row) => row.alert !== null).length,
        owed: sum('owed'),
        paid: sum('paid'),
        isCut: found.length > mostListed,
      }
    }),

    query(readCommitment, async ({ personId, commitmentId, day }, context) => {
      const { row, costLines, paper } = await findCommitment(
        context.db,
        { personId, commitmentId },
        await seenBy(context, day ?? context.today),
      )
      const writing = await scopeFor(context.db, context.actor, 'training.plan.write', context.today)
      return {
        commitment: row,
        costLines: costLines.map((line) => ({ ...line, note: line.note ?? null })),
        paper,
        may: { write: await isPersonInScope(context.db, writing, personId, context.today) },
      }
    }),

    command(
      recordCommitment,
      async ({ personId, sendingId, courseMonths, serviceFrom, costLines, decisionId, basis, override, ...given }, { tx }) => {
        await lockPerson(tx, personId)
        const sending = await sendingToCommit(tx, personId, sendingId)
        if (!sending) throw new NotFound()
        const rule = commitmentRuleOn(sending.sentOn)
        const committedMonths = given.committedMonths ?? (rule ? courseMonths * rule.factor : null)
        const objections = [
          ...commitmentObjections({ ...sending, serviceFrom, courseMonths, committedMonths, rule }),
          ...costObjections(costLines),
        ]
        await settle(tx, { personId, basis: { decisionId, basis, override }, objections })
        const [id = ''] = await recordCommitments(tx, [
          {
            personId,
            sendingId,
            courseMonths,
            committedMonths: committedMonths ?? courseMonths,
            document: rule?.document ?? basis ?? '',
            sentOn: sending.sentOn,
            serviceFrom,
            costLines,
            decisionId,
          },
        ])
        return { id }
      },
    ),

    command(setCommitmentCosts, async ({ personId, commitmentId, costLines, serviceFrom, decisionId, basis, override }, { tx }) => {
      await lockPerson(tx, personId)
      const fact = await lockFact(tx, table, personId, commitmentId)
      const objections = [
        ...costObjections(costLines),
        ...((await hasRepayment(tx, personId, commitmentId)) ? [{ code: 'repayment-recorded' }] : []),
      ]
      await settle(tx, { personId, basis: { decisionId, basis, override }, objections })
      const change = { cost_lines: costLines, service_from: serviceFrom ?? fact['service_from'] }
      return { id: await replaceFact(tx, table, fact, change, 'corrected') }
    }),
  ]
}

/** Whom the caller sees of the ledger, and as of which day. */
export async function seenBy(
  { db, scope, actor, today }: { db: Db; scope: Scope; actor: Actor; today: string },
  day: string,
): Promise<Seen> {
  return { scope, sensitive: await sensitiveScope(db, { actor, today }), today, day }
}

export async function findCommitment(
  db: Db,
  { personId, commitmentId }: { personId: string; commitmentId: string },
  seen: Seen,
): Promise<KnownCommitment> {
  const [found] = await commitmentsWhere(db, sql<boolean>`c.person_id = ${personId}::uuid and c.id = ${commitmentId}::uuid`, seen)
  if (!found) throw new NotFound()
  return found
}

async function hasRepayment(db: Db, personId: string, commitmentId: string): Promise<boolean> {
  const { rows } = await sql`
    select from training.repayment r
    join training.commitment b on b.person_id = r.person_id and b.id = r.commitment_id
    join training.commitment c on c.person_id = b.person_id and c.sending_id = b.sending_id and c.id = ${commitmentId}::uuid
    where r.person_id = ${personId}::uuid and upper_inf(r.recorded)`.execute(db)
  return rows.length > 0
}
