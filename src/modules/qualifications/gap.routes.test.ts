import { beforeAll, expect, test } from 'vitest'
import { recordQualifications, type NewQualification } from './qualification.sql.ts'
import { rankOf } from './qualification.ts'
import { missingStandards } from './gap.sql.ts'
import { beginStandards } from './standard.sql.ts'
import { beginAcceptedFields } from './accepted-field.sql.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'

const on = '2026-11-23'
let app: TestApp
let north: string

function held(personId: string, one: Partial<NewQualification>): NewQualification {
  const { kind = 'degree', level = 'DH' } = one
  return { personId, kind, level, rank: rankOf(kind, level), state: 'finished', from: '2010-01-01', ...one }
}

beforeAll(async () => {
  app = await testApp()
  ;({ north } = await makeDistrict(app))
  await app.write(beginAcceptedFields)
  await app.write(beginStandards)
})

test('who holds a post lacks what the post asks and is not held, or is still being studied', async () => {
  const [chair = '', clerk = ''] = await makeOfficials(app, [
    { unitId: north, titleCode: 'P_UBND_CT', from: '2025-07-01' },
    { unitId: north, titleCode: 'P_CV', from: '2025-07-01' },
  ])
  await app.write((tx) =>
    recordQualifications(tx, [
      held(chair, { fieldCode: 'LUAT' }),
      held(chair, { kind: 'theory', level: 'CC', state: 'studying', from: '2026-01-01' }),
      held(chair, { kind: 'theory', level: 'TC' }),
      held(chair, { kind: 'defence', level: '2', expiresOn: on }),
      held(clerk, { fieldCode: 'Y_DUOC' }),
    ]),
  )
  const lacks = (await missingStandards(app.db, { on, unitIds: [north] })).map(({ personId, requirement, state, found }) => [
    personId === chair ? 'chair' : 'clerk',
    requirement,
    state,
    found,
  ])
  expect(lacks).toEqual([
    // The certificate expires on this day.
    ['chair', 'defence', 'missing', 0],
    ['chair', 'hours', 'missing', 0],
    ['chair', 'theory', 'studying', 2],
    ['clerk', 'defence', 'missing', 0],
    ['clerk', 'field', 'missing', 0],
    ['clerk', 'hours', 'missing', 0],
    ['clerk', 'state_management', 'missing', 0],
  ])
})
