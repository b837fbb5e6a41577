import type { Tx } from '#db/connect.ts'
import { closeFacts, period } from '#db/facts.ts'
import { daysOfUnits, holdsOn } from '#modules/organisation/subtree.sql.ts'
import type { Objection } from '#lib/override.ts'
import { title } from '#law/titles.ts'
import { command, type Route } from '#server/operations.ts'
import { recordAssignments, type AssignmentKind } from './assignment.sql.ts'
import { endedBy, postObjections } from './assignment.ts'
import { daysOf, lockFact, lockPerson, replaceFact, settle } from './fact.sql.ts'
import { correctAssignment, endAssignment, recordAssignment } from './person.contract.ts'
import { heldPosts, postText, presentProfile } from './person-known.sql.ts'
import { servingAgeObjections } from './person.ts'

const table = 'people.assignment'

export function assignmentRoutes(): Route[] {
  return [
    command(recordAssignment, async ({ personId, endFormer, decisionId, basis, override, ...given }, { tx, now }) => {
      await lockPerson(tx, personId)
      const post = { ...given, titleText: postText(given) }
      const held = await heldPosts(tx, personId)
      await settle(tx, {
        personId,
        basis: { decisionId, basis, override },
        objections: [...(await objectionsTo(tx, personId, post, now)), ...postObjections(post, held, { endFormer })],
      })
      for (const former of endFormer ? endedBy(post, held) : []) await endPost(tx, personId, former.id, post.from)
      const [id = ''] = await recordAssignments(tx, [
        { ...post, personId, decisionId, officialKind: post.officialKind ?? kindOfTitle(post.titleCode) },
      ])
      return { id }
    }),

    command(endAssignment, async ({ personId, assignmentId, on, decisionId, basis, override }, { tx }) => {
      await lockPerson(tx, personId)
      const { from, to } = daysOf(await lockFact(tx, table, personId, assignmentId))
      const objections: Objection[] =
        on <= from ? [{ code: 'end-before-start', from, to: on }] : to !== null && to <= on ? [{ code: 'already-ended', on: to }] : []
      await settle(tx, { personId, basis: { decisionId, basis, override }, objections })
      return { id: await endPost(tx, personId, assignmentId, on) }
    }),

    command(correctAssignment, async ({ personId, assignmentId, reason, decisionId, override, ...given }, { tx, now }) => {
      await lockPerson(tx, personId)
      const before = await lockFact(tx, table, personId, assignmentId)
      const post = { ...given, titleText: postText(given) }
      const others = (await heldPosts(tx, personId)).filter(({ id }) => id !== assignmentId)
      const objections = [...(await objectionsTo(tx, personId, post, now)), ...postObjections(post, others, { endFormer: false })]
      await settle(tx, { personId, basis: { decisionId, basis: reason, override }, objections })
      await closeFacts(tx, table, [assignmentId], 'corrected')
      const kept = typeof before['decision_id'] === 'string' ? before['decision_id'] : null
      const [id = ''] = await recordAssignments(tx, [
        { ...post, personId, decisionId: decisionId ?? kept, officialKind: post.officialKind ?? kindOfTitle(post.titleCode) },
      ])
      return { id }
    }),
  ]
}

type Post = { kind: AssignmentKind; unitId: string; titleText: string; from: string }

async function objectionsTo(tx: Tx, personId: string, post: Post, now: Date): Promise<Objection[]> {
  const days = await daysOfUnits(tx, [post.unitId], now)
  const isThere = days.some((version) => holdsOn(version, post.from))
  const profile = (await presentProfile(tx, personId))?.profile
  return [
    ...(post.titleText === '' ? [{ code: 'title-missing' }] : []),
    ...(isThere ? [] : [{ code: 'unit-not-on-day', on: post.from, days }]),
    ...servingAgeObjections({ birth: profile?.birth ?? null, sex: profile?.sex ?? null }, post.from),
  ]
}

/** The post keeps its paper; what ended it is in the log. */
async function endPost(tx: Tx, personId: string, id: string, on: string): Promise<string> {
  const fact = await lockFact(tx, table, personId, id)
  return replaceFact(tx, table, fact, { held: period(daysOf(fact).from, on) }, 'ended')
}

function kindOfTitle(code: string | null): string | null {
  return code === null ? null : (title(code)?.officialKind ?? null)
}
