import type { Db } from '#db/connect.ts'
import { layoutOf, testOf, type Layout, type Test } from './gap.ts'
import { acceptedFieldsOn, standardsOn, weightsOn, type Moment, type Standard } from './standard.sql.ts'

export type Rule = { standard: Standard; test: Test }

/** All that titles ask on a day, each with how it is tested. */
export type Rules = {
  layout: Layout
  /** By title. */
  of: ReadonlyMap<string, readonly Rule[]>
  fieldsOf: (titleCode: string) => readonly string[]
  /** How much the title counts when not everybody can be sent. */
  weightOf: (titleCode: string) => number
}

export async function rulesOn(db: Db, moment: Moment): Promise<Rules> {
  const standards = await standardsOn(db, moment)
  const fields = await acceptedFieldsOn(db, moment)
  const weights = await weightsOn(db, moment)
  const layout = layoutOf(standards, [...fields.values()].flat())
  const fieldsOf = (titleCode: string) => fields.get(titleCode) ?? []
  const rules = standards.map((standard) => ({ standard, test: testOf(layout, standard, fieldsOf(standard.titleCode)) }))
  return {
    layout,
    of: Map.groupBy(rules, ({ standard }) => standard.titleCode),
    fieldsOf,
    weightOf: (titleCode) => weights.get(titleCode) ?? 1,
  }
}
