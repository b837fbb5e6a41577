import { beforeAll, expect, test } from 'vitest'
import type { TestApp } from '#tests/app.ts'
import { testApp } from '#tests/app.ts'
import { resolveUnit } from './resolve.sql.ts'
import { assureUnitOnDay, unitsUnder } from './subtree.sql.ts'
import { addUnits } from './unit.sql.ts'

let app: TestApp
let district = ''
let commune = ''

beforeAll(async () => {
  app = await testApp()
  ;[district = '', commune = ''] = await app.write(async (tx) => {
    const [district = ''] = await addUnits(tx, [
      {
        nameVi: 'Huyện Yên Sơn',
        nameEn: 'Yên Sơn District',
        kind: 'district',
        from: '2010-01-01',
        to: '2025-07-01',
        codes: [{ scheme: 'administrative', code: '075' }],
      },
    ])
    const [commune = ''] = await addUnits(tx, [
      {
        nameVi: 'Xã Quí Quân',
        nameEn: 'Quí Quân Commune',
        kind: 'commune',
        from: '2010-01-01',
        to: '2025-07-01',
        parents: { state: district },
      },
      {
        nameVi: 'Thị trấn Yên Sơn',
        nameEn: 'Yên Sơn Township',
        kind: 'township',
        from: '2021-07-01',
        to: '2025-07-01',
        parents: { state: district },
      },
      { nameVi: 'Xã Yên Sơn', nameEn: 'Yên Sơn Commune', kind: 'commune', from: '2025-07-01' },
    ])
    return [district, commune]
  })
})

test.each(['Huyện Yên Sơn', 'huyen yen son', 'H. Yên Sơn', 'Yên Sơn', 'yen son district', '075'])(
  '%s is the district in 2018',
  async (text) => {
    expect(await resolveUnit(app.db, text, '2018-12-31')).toMatchObject({
      unitId: district,
      kind: 'district',
      from: '2010-01-01',
      to: '2025-07-01',
    })
  },
)

test('a spelling with y finds the commune written with i', async () => {
  expect((await resolveUnit(app.db, 'Quý Quân', '2018-12-31')).unitId).toBe(commune)
})

test('a name that two units bear on the day is refused with both', async () => {
  const found = resolveUnit(app.db, 'Yên Sơn', '2022-01-01')
  await expect(found).rejects.toMatchObject({
    refusals: [{ code: 'unit-ambiguous', candidates: [{ kind: 'district' }, { kind: 'township' }] }],
  })
})

test('a name is read by its day: Yên Sơn alone is the commune once the district has ended', async () => {
  expect((await resolveUnit(app.db, 'Yên Sơn', '2026-01-01')).kind).toBe('commune')
})

test('a unit that has ended is refused with its days, an unknown one is not found', async () => {
  const ended = { refusals: [{ code: 'unit-not-on-day', on: '2026-01-01', days: [{ unitId: district, to: '2025-07-01' }] }] }
  await expect(resolveUnit(app.db, 'huyện Yên Sơn', '2026-01-01')).rejects.toMatchObject(ended)
  await expect(assureUnitOnDay(app.db, district, '2026-01-01', new Date())).rejects.toMatchObject({
    refusals: [{ code: 'unit-not-on-day' }],
  })
  await expect(resolveUnit(app.db, 'Xã 100%', '2018-01-01')).rejects.toThrow('not found')
})

test('under the district is what lay below it that day', async () => {
  const now = new Date('2026-11-23T06:00:00Z')
  expect((await unitsUnder(app.db, district, '2018-12-31', now)).toSorted()).toEqual([district, commune].toSorted())
  expect(await unitsUnder(app.db, district, '2022-01-01', now)).toHaveLength(3)
  expect(await unitsUnder(app.db, district, '2025-07-01', now)).toEqual([])
  expect(await unitsUnder(app.db, district, '2018-12-31', new Date('2020-01-01'))).toEqual([])
})
