import type { Db } from '#db/connect.ts'
import { retirementOf } from '#law/retirement.ts'
import { dayInHanoi } from '#lib/days.ts'
import { fromIso } from '#lib/partial-date.ts'
import { scopeOf } from '#modules/access/scope.sql.ts'
import { unitsBelow } from '#modules/organisation/scope.sql.ts'
import { query, type QueryContext, type Route, wideQuery } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { guardedFields } from './field-classes.ts'
import { showFact } from './file-fact.ts'
import { factKinds } from './file-tables.ts'
import { profileShape, readHistory, readLooks, readMe, readPerson, type Facts, type PersonFile } from './file.contract.ts'
import { aroundOf, isPerson, reorganisationsOf, storedFile, unitsIn } from './file.sql.ts'
import type { StoredFile } from './stored-fact.ts'
import { entryHeads } from './history.sql.ts'
import { looksAt } from './looks.sql.ts'
import { historyOf } from './history.ts'
import { mergesInto } from './merge.sql.ts'
import { withoutPolitics } from './political.ts'
import { purposeText } from './purposes.ts'
import { isPersonInScope } from './scope.sql.ts'
import { sensitiveScope } from './sensitive.sql.ts'
import { fileWarnings } from './warnings.ts'

export function fileRoutes(): Route[] {
  return [
    query(readPerson, async ({ personId, day, knownOn, purpose }, context) => {
      const { db, now, today } = context
      if (!(await isPerson(db, personId))) throw new NotFound()
      // What was known on a day is what was known when that day ended in Hanoi.
      const knownAt = knownOn && knownOn < dayInHanoi(now) ? new Date(`${knownOn}T17:00:00Z`) : now
      const guarded = await guardedFor(context, personId, purpose)
      const seesRatings = await may(context, 'evaluation.read', personId)
      return fileOf(context, { personId, day: day ?? today, knownAt, guarded, seesRatings })
    }),

    query(readMe, async ({}, { actor }) => ({ personId: actor.personId })),

    wideQuery(readLooks, async ({ personId, before }, { db }) => {
      const { looks, ...rest } = await looksAt(db, personId, before)
      return { ...rest, looks: looks.map((look) => ({ ...look, at: look.at.toISOString() })) }
    }),

    query(readHistory, async ({ personId, purpose }, context) => {
      const { db, now } = context
      const guarded = await guardedFor(context, personId, purpose)
      const file = toldOf(await storedFile(db, personId, now), { guarded, seesRatings: await may(context, 'evaluation.read', personId) })
      const around = await aroundOf(db, file, now)
      const nameOf = (id: string) => {
        const { title } = around.classOf(id)
        const unit = around.unit(id, null)
        return title ? { vi: title, en: title } : unit.vi ? unit : null
      }
      return { entries: historyOf(file, await entryHeads(db, file), nameOf, guarded === 'open') }
    }),
  ]
}

type Told = { guarded: PersonFile['guarded']; seesRatings: boolean }
type AskedFile = Told & { personId: string; day: string; knownAt: Date }

async function fileOf(context: QueryContext, { personId, day, knownAt, guarded, seesRatings }: AskedFile): Promise<PersonFile> {
  const { db, today, actor } = context
  const stored = toldOf(await storedFile(db, personId, knownAt), { guarded, seesRatings })
  const isOpen = guarded === 'open'
  const around = await aroundOf(db, stored, knownAt)
  const known = shown(stored, (fact) => fact.isKnown)
  const closed = shown(stored, (fact) => !fact.isKnown)
  const profile = known.profiles[0] ?? closed.profiles.at(-1)
  const birth = fromIso(profile?.birth ?? '')
  const retirement = birth && profile?.sex ? retirementOf(birth, profile.sex) : null
  return {
    personId,
    day,
    knownAt: knownAt.toISOString(),
    name: profile?.fullName ?? '',
    birth: profile?.birth ?? null,
    sex: profile?.sex ?? null,
    post: postOn(known, day),
    retirement: retirement && { month: retirement.month, isApproximate: retirement.isApproximate, isVerified: retirement.verified },
    facts: sent(known),
    closed: sent(closed),
    reorganisations: await reorganisationsOf(db, unitsIn(stored)),
    merges: await mergesInto(db, personId),
    warnings: fileWarnings(known, closed, { today, isOpen }),
    guarded,
    hidden: isOpen ? [] : guardedHere,
    isOwn: actor.personId === personId,
    may: { write: await may(context, 'people.write', personId), seeLooks: await may(context, 'audit.person', personId) },
  }

  function shown(file: StoredFile, which: (fact: StoredFile['profiles'][number]) => boolean): Facts {
    const lists = factKinds.map((kind) => [kind, file[kind].filter(which).map((fact) => showFact[kind](fact, around, isOpen))])
    // Each list has the shape its kind's own function gives.
    return Object.fromEntries(lists) as Facts
  }

  function sent({ identities, ratings, ...facts }: Facts): PersonFile['facts'] {
    return { ...(isOpen ? { identities } : {}), ...(seesRatings ? { ratings } : {}), ...facts }
  }
}

/** Whoever sees the person closely knows of the Party, too, before saying what for; ratings are for those who may read them. */
function toldOf(file: StoredFile, { guarded, seesRatings }: Told): StoredFile {
  const told = guarded === 'closed' ? withoutPolitics(file) : file
  return seesRatings ? told : { ...told, ratings: [] }
}

const guardedHere = guardedFields.filter((name) => name === 'identities' || name in profileShape.shape)

/** The post on the day, the main one first, or else the last before it. */
function postOn({ assignments, memberships }: Facts, day: string): PersonFile['post'] {
  const ties = [
    ...memberships.map((one) => ({ ...one, titleText: one.titleText ?? '', titleCode: null })),
    ...assignments.toSorted((one, other) => Number(one.kind === 'main') - Number(other.kind === 'main')),
  ]
  const begun = ties.filter(({ from }) => from === null || from <= day)
  const isNow = ({ to }: { to: string | null }): boolean => to === null || day < to
  const last = begun.findLast(isNow) ?? begun.toSorted((one, other) => ((one.to ?? '') < (other.to ?? '') ? -1 : 1)).at(-1)
  return last ? { title: last.titleText, titleCode: last.titleCode, unit: last.unit, isNow: isNow(last), tie: last.kind } : null
}

/** Whether the guarded fields are told: the own ones always, somebody else's for a purpose, which is kept with the look. */
async function guardedFor(context: QueryContext, personId: string, purpose: string | undefined): Promise<PersonFile['guarded']> {
  const { db, actor, today, looked } = context
  const isPermitted = await isPersonInScope(db, await sensitiveScope(db, { actor, today }), personId, today)
  if (!isPermitted) return 'closed'
  if (actor.personId === personId) return 'open'
  if (purpose === undefined) return 'purpose'
  looked({ personId, reason: purposeText(purpose, 'vi') })
  return 'open'
}

async function may(
  { db, actor, today }: { db: Db } & Pick<QueryContext, 'actor' | 'today'>,
  permission: string,
  personId: string,
): Promise<boolean> {
  const scope = await scopeOf(db, actor, permission, today, unitsBelow)
  return scope !== null && isPersonInScope(db, scope, personId, today)
}
