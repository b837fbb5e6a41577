import type { OverrideKept, ToldCondition } from './board.contract.ts'
import type { Condition, ConditionCode } from './candidate.ts'

export type Sees = { seesParty: boolean; seesRatings: boolean }

/** The conditions as far as the caller may know them: that somebody is of the Party, or how somebody was rated, is not for everyone. */
export function toldConditions(conditions: readonly Condition[], sees: Sees): ToldCondition[] {
  return conditions.map((one) =>
    isWithheld(one.code, sees)
      ? { ...one, ...copied(one, {}), state: 'unknown', withheld: true }
      : { ...one, ...copied(one, one.found), withheld: false },
  )
}

export function toldOverrides(overrides: readonly OverrideKept[], sees: Sees): OverrideKept[] {
  return overrides.filter(({ code }) => !isWithheld(code, sees))
}

export function isWithheld(code: ConditionCode, { seesParty, seesRatings }: Sees): boolean {
  return (code === 'party' && !seesParty) || (code === 'ratings' && !seesRatings)
}

function copied({ asked }: Condition, found: Condition['found']): Pick<ToldCondition, 'asked' | 'found'> {
  return { asked: writable(asked), found: writable(found) }
}

function writable(values: Condition['found']): ToldCondition['found'] {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isList(value) ? [...value] : value]))
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value)
}
