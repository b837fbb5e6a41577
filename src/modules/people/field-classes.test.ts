import { expect, test } from 'vitest'
import { columnLabels } from './column-labels.ts'
import { profileShape } from './file.contract.ts'
import { fieldClasses, guardedFields, guardedNames, withoutGuarded } from './field-classes.ts'

test('every field of a curriculum vitae has a class', () => {
  const classed = Object.values(fieldClasses).flatMap(({ names }): readonly string[] => names)

  expect(Object.keys(profileShape.shape).filter((name) => !['id', 'origin'].includes(name) && !classed.includes(name))).toEqual([])
})

test('all that the decree calls sensitive, and every secret, is guarded', () => {
  const closed = Object.entries(fieldClasses).filter(([, rule]) => rule.class === 'sensitive' || rule.class === 'secret')

  expect(closed.filter(([, rule]) => !rule.isGuarded)).toEqual([])
  expect(guardedFields).toEqual(expect.arrayContaining(['ethnicity', 'religion', 'partyJoined', 'partyOfficial', 'residence', 'phone']))
})

test('a history hides the guarded columns by the names the tables give them', () => {
  expect(Object.keys(columnLabels).filter((column) => guardedNames.has(column))).toEqual(
    expect.arrayContaining(['ethnicity', 'ethnicity_text', 'religion', 'party_joined', 'party_official', 'residence', 'phone', 'number']),
  )
})

test('a guarded field is left out, not blanked', () => {
  expect(withoutGuarded({ fullName: 'A', ethnicity: '05', phone: null })).toEqual({ fullName: 'A' })
})
