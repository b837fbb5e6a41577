import type { Tx } from '#db/connect.ts'
import { about, closeFacts, period, recordFacts } from '#db/facts.ts'
import { rankAsked } from '#law/requirements.ts'
import { dayInHanoi, endOfDayInHanoi } from '#lib/days.ts'
import { command, query, type CommandContext, type Route } from '#server/operations.ts'
import { NotPermitted, refuse } from '#server/refusal.ts'
import {
  addAcceptedField,
  endAcceptedField,
  endStandard,
  listStandards,
  retractStandard,
  setStandard,
  setWeight,
} from './standard.contract.ts'
import { titleStandardsOn } from './standard-list.sql.ts'
import { endObjections, periodObjections, standardObjections } from './standard.ts'
import { daysHeld, endTitleFact, factsOfTitle, lockTitle, lockTitleFact, settleTitle, type TitleFact } from './title-fact.sql.ts'

const standards = 'qualifications.standard'
const fields = 'qualifications.accepted_field'
const weights = 'qualifications.post_weight'

/** What titles ask: for the whole authority, by whoever has the permission over all of it. */
export function standardRoutes(): Route[] {
  return [
    query(listStandards, async ({ on, knownOn }, { db, today, now }) => {
      const knownAt = knownOn !== undefined && knownOn < dayInHanoi(now) ? endOfDayInHanoi(knownOn) : null
      return { on: on ?? today, titles: await titleStandardsOn(db, { on: on ?? today, knownAt }) }
    }),

    command(setStandard, async ({ titleCode, replaces, decisionId, basis, ...asked }, context) => {
      const { tx } = permitted(context)
      const title = await lockTitle(tx, titleCode)
      const before = replaces === null ? null : await lockTitleFact(tx, standards, replaces)
      const same = (await factsOfTitle(tx, standards, titleCode)).filter(({ requirement }) => requirement === asked.requirement)
      if (before && !same.some(({ id }) => id === before.id)) refuse([{ code: 'fact-changed' }])
      const others = same.filter(({ id }) => id !== before?.id).map(daysHeld)
      await settleTitle(tx, { decisionId, basis }, standardObjections(asked, title, others))
      if (before) await giveWay(tx, before, asked.from)
      const { from, to, ...what } = asked
      const [id = ''] = await recordFacts(tx, standards, [
        {
          ...what,
          title_code: titleCode,
          rank: rankAsked(what.requirement, what.level, what.language),
          held: period(from, to),
          decision_id: decisionId,
        },
      ])
      return { id }
    }),

    command(endStandard, async ({ standardId, on, ...basis }, context) =>
      endFact(permitted(context).tx, standards, standardId, { on, ...basis }),
    ),

    command(retractStandard, async ({ standardId, reason }, context) => {
      const { tx } = permitted(context)
      await lockTitleFact(tx, standards, standardId)
      about(tx, { reason })
      await closeFacts(tx, standards, [standardId], 'corrected')
      return {}
    }),

    command(addAcceptedField, async ({ titleCode, fieldCode, from, to, ...basis }, context) => {
      const { tx } = permitted(context)
      const title = await lockTitle(tx, titleCode)
      await settleTitle(tx, basis, periodObjections({ from, to }, title))
      // Twice in one period is refused by the table ('accepted-field-once').
      const [id = ''] = await recordFacts(tx, fields, [{ title_code: titleCode, field_code: fieldCode, held: period(from, to) }])
      return { id }
    }),

    command(endAcceptedField, async ({ fieldId, on, ...basis }, context) =>
      endFact(permitted(context).tx, fields, fieldId, { on, ...basis }),
    ),

    command(setWeight, async ({ titleCode, weight, from, decisionId, basis }, context) => {
      const { tx } = permitted(context)
      const title = await lockTitle(tx, titleCode)
      const known = (await factsOfTitle(tx, weights, titleCode)).map((fact) => ({ fact, ...daysHeld(fact) }))
      const later = known.find((one) => one.from !== null && one.from > from)
      const objections = later ? [{ code: 'weight-follows', from: later.from }] : []
      await settleTitle(tx, { decisionId, basis }, [...periodObjections({ from, to: title.to }, title), ...objections])
      const before = known.find((one) => one.to === null || one.to > from)
      if (before) await giveWay(tx, before.fact, from, weights)
      const [id = ''] = await recordFacts(tx, weights, [
        { title_code: titleCode, weight, held: period(from, title.to), decision_id: decisionId },
      ])
      return { id }
    }),
  ]
}

function permitted(context: CommandContext): CommandContext {
  if (context.scope !== 'everything') throw new NotPermitted()
  return context
}

/** What held before ends where the new begins; if it began no earlier, it was wrong. */
async function giveWay(tx: Tx, before: TitleFact, from: string, table: typeof standards | typeof weights = standards): Promise<void> {
  const held = daysHeld(before)
  if (held.from !== null && held.from >= from) await closeFacts(tx, table, [before.id], 'corrected')
  else if (held.to === null || held.to > from) await endTitleFact(tx, table, before, from)
}

type Ending = { on: string; decisionId: string | null; basis?: string | undefined }

async function endFact(tx: Tx, table: typeof standards | typeof fields, id: string, { on, ...basis }: Ending): Promise<{ id: string }> {
  const fact = await lockTitleFact(tx, table, id)
  await settleTitle(tx, basis, endObjections(daysHeld(fact), on))
  return { id: await endTitleFact(tx, table, fact, on) }
}
