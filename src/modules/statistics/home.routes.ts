import { addDays } from '#lib/days.ts'
import { findAuthority } from '#modules/organisation/authority.sql.ts'
import { retirementLine } from '#modules/organisation/retirement-line.ts'
import { isUnitInScope } from '#modules/organisation/scope.sql.ts'
import { daysOfUnits, holdsOn } from '#modules/organisation/subtree.sql.ts'
import { askedOf } from '#modules/people/list.routes.ts'
import { query, type QueryContext, type Route, wideQuery } from '#server/operations.ts'
import { NotFound } from '#server/refusal.ts'
import { attentionList, countAttention, type AttentionRow } from './attention.sql.ts'
import { listAttention, readHome, type Home } from './home.contract.ts'
import { countHome, servingOfficials } from './home.sql.ts'
import { countImportsWaiting, countWithdrawn } from './pending.sql.ts'
import { seesClosely, seesOnlyFigures } from './persons.sql.ts'
import { protectedHome } from './protected-home.ts'

/** The page that everyone who reads figures begins with. */
export function homeRoutes(): Route[] {
  return [
    wideQuery(readHome, async ({ on, unitId }, context) => {
      const day = on ?? context.today
      const asked = await askedOf(context, { ...servingOfficials, unitId }, day)
      const { minority, party, ...counts } = await countHome(context.db, asked)
      const isOpen = await seesClosely(context.db, context)
      const attention = await countAttention(context.db, asked)
      const home: Home = {
        ...counts,
        ...(await unitShown(context, unitId, day)),
        on: day,
        ...(isOpen ? { minority, party } : {}),
        missing: counts.missing.filter(({ part }) => isOpen || part !== 'identity'),
        retirement: lineOn(day),
        attention,
        withdrawn: await countWithdrawn(context.db, context),
        importsWaiting: await countImportsWaiting(context.db, context),
        isProtected: false,
      }
      return (await seesOnlyFigures(context.db, context, unitId ?? null)) ? protectedHome(home) : home
    }),

    query(listAttention, async ({ on, unitId, what }, context) => {
      if (await seesOnlyFigures(context.db, context, unitId ?? null)) throw new NotFound()
      const asked = await askedOf(context, { ...servingOfficials, unitId }, on)
      return { people: (await attentionList(context.db, what, asked)).map(personOf) }
    }),
  ]
}

/** The unit the page speaks of, by its name on the day, and its last day where it has ended by then. */
async function unitShown(
  { db, scope, now }: QueryContext,
  unitId: string | undefined,
  day: string,
): Promise<Pick<Home, 'unit' | 'endedOn'>> {
  const authority = unitId ? null : await findAuthority(db)
  const shown = unitId ?? (authority && (await isUnitInScope(db, scope, authority.unitId)) ? authority.unitId : undefined)
  const versions = shown ? await daysOfUnits(db, [shown], now) : []
  const version = versions.find((one) => holdsOn(one, day)) ?? versions.findLast(({ from }) => from <= day) ?? versions[0]
  if (!version) return { unit: null, endedOn: null }
  const last = versions.at(-1)?.to ?? null
  return {
    unit: { unitId: version.unitId, vi: version.vi, en: version.en },
    endedOn: last !== null && last <= day ? addDays(last, -1) : null,
  }
}

function lineOn(day: string): Home['retirement'] {
  const { male: men, female: women } = retirementLine(day)
  return { men, women }
}

function personOf(row: AttentionRow) {
  return {
    personId: row.person_id,
    name: row.full_name,
    unit: row.unit_id && row.unit_vi ? { unitId: row.unit_id, vi: row.unit_vi, en: row.unit_en ?? row.unit_vi } : null,
    title: row.title_text,
    on: row.on_day,
  }
}
