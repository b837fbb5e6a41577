import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { unitNames } from '#modules/organisation/authority.sql.ts'
import { personInScope } from '#modules/people/scope.sql.ts'
import type { Scope } from '#server/operations.ts'
import { needOrigins, type Need } from './need.ts'
import { needStates, type NeedRow, type NeedState } from './need.contract.ts'

export type NeedFilters = {
  kind?: readonly string[] | undefined
  origin?: readonly string[] | undefined
  state?: NeedState | undefined
}
type Count = { needs: number; people: number }
type Counts = {
  byKind: (Count & { kind: string })[]
  byOrigin: (Count & { origin: Need['origin'] })[]
  byState: (Count & { state: NeedState })[]
}

export function stateOf({ struck, excluded }: Pick<Need, 'struck' | 'excluded'>): NeedState {
  if (struck) return 'struck'
  return excluded ?? 'open'
}

export function filtered(needs: readonly Need[], { kind, origin, state }: NeedFilters): Need[] {
  return needs.filter(
    (need) => (!kind || kind.includes(need.kind)) && (!origin || origin.includes(need.origin)) && (!state || stateOf(need) === state),
  )
}

/** Each count leaves its own filter aside, so that the others' numbers can be seen beside. */
export function countsOf(needs: readonly Need[], filters: NeedFilters): Counts {
  const open = { ...filters, state: 'open' as const }
  const kinds = Map.groupBy(filtered(needs, { ...open, kind: undefined }), ({ kind }) => kind)
  const origins = Map.groupBy(filtered(needs, { ...open, origin: undefined }), ({ origin }) => origin)
  const states = Map.groupBy(filtered(needs, { ...filters, state: undefined }), stateOf)
  return {
    byKind: Array.from(kinds, ([kind, of]) => ({ kind, ...countOf(of) })).toSorted((a, b) => b.needs - a.needs),
    byOrigin: needOrigins.map((origin) => ({ origin, ...countOf(origins.get(origin) ?? []) })),
    byState: needStates.map((state) => ({ state, ...countOf(states.get(state) ?? []) })),
  }
}

export function countOf(needs: readonly Need[]): Count {
  return { needs: needs.length, people: new Set(needs.map(({ personId }) => personId)).size }
}

/** The open before the struck, the pressing before the rest, and by name; of those whom the caller may see. */
export async function inOrder(db: Db, needs: readonly Need[], seen: { scope: Scope; today: string }): Promise<(Need & { name: string })[]> {
  const { rows } = await sql<{ personId: string; name: string; place: number }>`
    select p.person_id as "personId", p.full_name as name,
      (row_number() over (order by p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu", p.person_id))::int as place
    from people.profile p where upper_inf(p.recorded) and p.person_id = any(${[...new Set(needs.map(({ personId }) => personId))]}::uuid[])
      and ${personInScope(seen.scope, seen.today, 'p.person_id')}`.execute(db)
  const names = new Map(rows.map((row) => [row.personId, row]))
  return needs
    .flatMap((need) => {
      const named = names.get(need.personId)
      return named ? [{ ...need, name: named.name, place: named.place }] : []
    })
    .toSorted(
      (a, b) =>
        needStates.indexOf(stateOf(a)) - needStates.indexOf(stateOf(b)) ||
        b.urgency - a.urgency ||
        b.weight - a.weight ||
        a.place - b.place ||
        a.kind.localeCompare(b.kind),
    )
}

export async function rowsOf(db: Db, needs: readonly (Need & { name: string })[]): Promise<NeedRow[]> {
  const units = await unitNames(db, [...new Set(needs.map(({ unitId }) => unitId))])
  return needs.map((need) => ({ ...need, unit: { id: need.unitId, ...(units.get(need.unitId) ?? { vi: '', en: '' }) } }))
}

export function keyOfNeed({ personId, kind }: Pick<Need, 'personId' | 'kind'>): string {
  return `${personId}~${kind}`
}
