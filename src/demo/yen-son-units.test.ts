import { beforeAll, expect, test } from 'vitest'
import {
  applyReorganisation,
  listReorganisations,
  previewReorganisation,
  reverseReorganisation,
} from '#modules/organisation/reorganisation.contract.ts'
import { resolveUnit } from '#modules/organisation/resolve.sql.ts'
import { unitsUnder } from '#modules/organisation/subtree.sql.ts'
import { findUnits, readUnit, unitTree, type UnitNode } from '#modules/organisation/unit.contract.ts'
import { addUnits } from '#modules/organisation/unit.sql.ts'
import { isTerritory } from '#modules/organisation/unit-kind.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { yenSonReorganisations } from './yen-son-reorganisations.ts'
import { communeId, district, province, yenSonStart } from './yen-son-units.ts'

let app: TestApp
let atTheStart: UnitNode[]

beforeAll(async () => {
  app = await testApp()
  await app.write((tx) => addUnits(tx, yenSonStart()))
  atTheStart = (await app.call(unitTree, { on: '2026-01-01' })).units
  for (const spec of yenSonReorganisations()) {
    const { refusals } = await app.call(previewReorganisation, spec)
    expect(refusals).toEqual([])
    await app.call(applyReorganisation, spec)
  }
})

/** The communes, townships and wards right below the unit on the day. */
async function below(parentId: string, on: string): Promise<UnitNode[]> {
  const { units } = await app.call(unitTree, { on })
  return units.filter((unit) => isTerritory(unit.kind) && unit.stateParentId === parentId && !['district', 'city'].includes(unit.kind))
}

const countKinds = (units: UnitNode[]) =>
  Object.fromEntries([...Map.groupBy(units, (unit) => unit.kind)].map(([kind, of]) => [kind, of.length]))

test('on 31/12/2018 the district has 30 communes and the township of Tân Bình', async () => {
  const units = await below(district, '2018-12-31')
  expect(countKinds(units)).toEqual({ commune: 30, township: 1 })
  expect(units.find((unit) => unit.kind === 'township')?.vi).toBe('Thị trấn Tân Bình')
})

test('on 31/12/2020 it has 28 communes: Kim Phú, Phú Lâm and Tân Bình are the city’s', async () => {
  expect(countKinds(await below(district, '2020-12-31'))).toEqual({ commune: 28 })
  const { units } = await app.call(unitTree, { on: '2020-12-31' })
  const cityUnits = units.filter((unit) => units.find((other) => other.unitId === unit.stateParentId)?.kind === 'city')
  expect(cityUnits.map((unit) => [unit.vi, unit.code]).toSorted()).toEqual([
    ['Phường Mỹ Lâm', '02509'],
    ['Phường Đội Cấn', null],
    ['Xã Kim Phú', '02497'],
  ])
})

test.each(['2021-12-31', '2025-06-30'])(
  'on %s it has 27 communes and the township of Yên Sơn, which has the code of Thắng Quân',
  async (on) => {
    const units = await below(district, on)
    expect(countKinds(units)).toEqual({ commune: 27, township: 1 })
    expect(units.find((unit) => unit.kind === 'township')).toMatchObject({
      unitId: communeId('Thắng Quân'),
      vi: 'Thị trấn Yên Sơn',
      code: '02473',
    })
  },
)

test('on 1/7/2025 the district is no more and its communes stand under the province', async () => {
  const { units } = await app.call(unitTree, { on: '2025-07-01' })
  expect(units.some((unit) => unit.kind === 'district' || unit.kind === 'city' || unit.vi === 'Huyện ủy Yên Sơn')).toBe(false)
  const communes = await below(province, '2025-07-01')
  expect(countKinds(communes)).toEqual({ commune: 10, ward: 5 })
  const codes = Object.fromEntries(communes.map((unit) => [unit.vi, unit.code]))
  expect(codes).toMatchObject({
    'Xã Yên Sơn': '02473',
    'Xã Lực Hành': '02434',
    'Xã Thái Bình': '02494',
    'Xã Kiến Thiết': '02437',
    'Phường Mỹ Lâm': '02509',
  })
  expect(units.filter((unit) => unit.vi.endsWith('xã Yên Sơn'))).toHaveLength(10)
})

test('a unit of the old model has its schools with its successor, and every unit but a province stands under another', async () => {
  const { units } = await app.call(unitTree, { on: '2025-07-01' })
  const name = (id: string | null) => units.find((unit) => unit.unitId === id)?.vi
  const parentOf = (vi: string) => name(units.find((unit) => unit.vi === vi)?.stateParentId ?? null)
  expect(parentOf('Trường Mầm non Tứ Quận')).toBe('Xã Yên Sơn')
  expect(parentOf('Trường THCS Tân Bình')).toBe('Phường Bình Thuận')
  expect(parentOf('Trường THCS Kiến Thiết')).toBe('Xã Kiến Thiết')
  expect(units.filter((unit) => unit.stateParentId === null && unit.partyParentId === null).map((unit) => unit.vi)).toEqual([
    'Tỉnh Tuyên Quang',
  ])
})

test('under xã Thái Bình of 2025 count Phú Thịnh and Tiến Bộ, which passed whole, and not the old Thái Bình, which went in parts', async () => {
  const unit = await resolveUnit(app.db, 'Xã Thái Bình', '2025-12-31')
  const under = await unitsUnder(app.db, unit.unitId, '2025-12-31', new Date('2026-11-23T06:00:00Z'))
  expect(under).toEqual(expect.arrayContaining([unit.unitId, communeId('Phú Thịnh'), communeId('Tiến Bộ')]))
  expect(under).not.toContain(communeId('Thái Bình'))
})

test('an old name stays searchable, with its days and what became of it', async () => {
  const { units } = await app.call(findUnits, { q: 'tu quan', on: '2026-01-01' })
  const commune = units.find((unit) => unit.vi === 'Xã Tứ Quận')
  expect(commune).toMatchObject({
    existsOnDay: false,
    to: '2025-07-01',
    successors: [{ vi: 'Xã Yên Sơn', whole: true }],
    parent: { vi: 'Huyện Yên Sơn' },
  })
  const byOldName = await app.call(findUnits, { q: 'Thắng Quân', on: '2026-01-01' })
  expect(byOldName.units.map((unit) => unit.unitId)).toContain(communeId('Thắng Quân'))
  const byCode = await app.call(findUnits, { q: '02473', on: '2026-01-01' })
  expect(byCode.units.map((unit) => unit.vi)).toEqual(['Xã Yên Sơn', 'Thị trấn Yên Sơn'])
})

test('a unit tells its names and codes over time and what it came of', async () => {
  const township = await app.call(readUnit, { unitId: communeId('Thắng Quân'), on: '2024-01-01' })
  expect(township.versions.map(({ vi, from, to }) => [vi, from, to])).toEqual([
    ['Xã Thắng Quân', '2005-01-01', '2021-07-01'],
    ['Thị trấn Yên Sơn', '2021-07-01', '2025-07-01'],
  ])
  expect(township.successors).toMatchObject([{ vi: 'Xã Yên Sơn', kind: 'merge', whole: true, onDay: '2025-07-01' }])
  expect(township.people).toMatchObject({ own: 0, under: 0 })
  const { unitId } = await resolveUnit(app.db, 'Xã Lực Hành', '2026-01-01')
  const commune = await app.call(readUnit, { unitId })
  expect(commune.predecessors.map(({ vi }) => vi)).toEqual(['Xã Chiêu Yên', 'Xã Lực Hành', 'Xã Quí Quân'])
})

test('Cơ quan Tổ chức – Nội vụ has a Party parent and a State parent', async () => {
  const { unitId } = await resolveUnit(app.db, 'Cơ quan Tổ chức - Nội vụ huyện Yên Sơn', '2018-12-31')
  const { parents } = await app.call(readUnit, { unitId, on: '2018-12-31' })
  expect(parents.map(({ system, vi }) => [system, vi]).toSorted()).toEqual([
    ['party', 'Huyện ủy Yên Sơn'],
    ['state', 'HĐND và UBND huyện Yên Sơn'],
  ])
})

test('taken back in reverse order, the three leave the units as they were; out of order they are refused', async () => {
  const list = async () => (await app.call(listReorganisations, {})).reorganisations
  const [last, township, first] = await list()
  const outOfOrder = app.call(reverseReorganisation, { reorganisationId: first?.id ?? '', reason: 'Ghi nhầm' })
  await expect(outOfOrder).rejects.toMatchObject({
    status: 409,
    problem: { refusals: expect.arrayContaining([expect.objectContaining({ code: 'later-reorganisation', on: '2025-07-01' })]) },
  })

  for (const one of [last, township, first]) await app.call(reverseReorganisation, { reorganisationId: one?.id ?? '', reason: 'Ghi nhầm' })

  expect((await app.call(unitTree, { on: '2026-01-01' })).units).toEqual(atTheStart)
  expect((await list()).every((one) => one.reversedAt !== null)).toBe(true)
  const known = new Date('2026-11-23T06:00:00Z')
  expect(await unitsUnder(app.db, district, '2026-01-01', known)).toHaveLength(atTheStart.length - 3)
})
