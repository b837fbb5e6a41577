import { expect, test } from 'vitest'
import { readPerson } from '#modules/people/file.contract.ts'
import { window } from '#modules/people/list.contract.ts'
import { testApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { correctQualification, finishQualification, recordQualification } from './qualification.contract.ts'

const basis = 'bản sao văn bằng'

async function ready() {
  const app = await testApp()
  const { north } = await makeDistrict(app)
  const [personId = ''] = await makeOfficials(app, [{ unitId: north }])
  return { app, personId }
}

test('a study under way is seen as such, and its diploma makes the level', async () => {
  const { app, personId } = await ready()
  const { id: qualificationId } = await app.call(recordQualification, {
    personId,
    kind: 'degree',
    level: 'THS',
    state: 'studying',
    fieldText: 'Quản lý kinh tế',
    from: '2024-09-01',
    basis,
  })
  expect((await app.call(window, { studying: 'yes' })).rows).toMatchObject([{ personId, studying: 'degree.THS', degree: null }])

  await app.setToday('2026-11-24')
  await app.call(finishQualification, { personId, qualificationId, on: '2026-08-15', basis })

  expect((await app.call(readPerson, { personId })).facts.qualifications).toMatchObject([
    { state: 'studying', from: '2024-09-01', to: '2026-08-15' },
    { state: 'finished', level: 'THS', from: '2026-08-15', to: null },
  ])
  expect((await app.call(window, { degree: 'THS' })).rows).toMatchObject([{ degree: { level: 'THS', field: 'Quản lý kinh tế' } }])
  expect((await app.call(window, { degree: 'THS', day: '2026-08-14' })).rows).toEqual([])
})

test.each([
  ['a level of another list', { kind: 'theory', level: 'DH', state: 'finished', from: '2015-01-01' }, 'level-unknown'],
  ['a language without its name', { kind: 'language', level: 'B1', state: 'finished', from: '2015-01-01' }, 'language-missing'],
  ['a diploma of tomorrow', { kind: 'degree', level: 'DH', state: 'finished', from: '2026-11-24' }, 'diploma-in-future'],
  [
    'a study that ends before it begins',
    { kind: 'degree', level: 'DH', state: 'studying', from: '2025-01-01', to: '2024-01-01' },
    'end-before-start',
  ],
] as const)('%s is refused', async (_, claimed, code) => {
  const { app, personId } = await ready()
  await expect(app.call(recordQualification, { personId, ...claimed, basis })).rejects.toMatchObject({
    status: 409,
    problem: { refusals: [{ code }] },
  })
})

test('the same diploma twice asks for a reason; a wrong level is corrected and stays in the history', async () => {
  const { app, personId } = await ready()
  const degree = {
    personId,
    kind: 'degree' as const,
    level: 'CD',
    state: 'finished' as const,
    fieldText: 'Luật',
    from: '2010-06-01',
    basis,
  }
  const { id: qualificationId } = await app.call(recordQualification, degree)
  await expect(app.call(recordQualification, degree)).rejects.toMatchObject({
    problem: { refusals: [{ code: 'qualification-held', overridable: true }] },
  })

  await app.setToday('2026-11-24')
  await app.call(correctQualification, { ...degree, qualificationId, level: 'DH', reason: 'ghi nhầm bậc' })
  const { facts, closed } = await app.call(readPerson, { personId })
  expect(facts.qualifications).toMatchObject([{ level: 'DH' }])
  expect(closed.qualifications).toMatchObject([{ level: 'CD', origin: { closed: { why: 'corrected' } } }])
})
