import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '#lib/id.ts'
import { recordAssignments, recordMemberships } from '#modules/people/assignment.sql.ts'
import { addPeople } from '#modules/people/person.sql.ts'
import { testApp, type TestApp } from '#tests/app.ts'
import { applyReorganisation, previewReorganisation, reverseReorganisation } from './reorganisation.contract.ts'
import { syncTitles } from './title.sql.ts'
import { createUnit, readUnit, unitTree } from './unit.contract.ts'

let app: TestApp
let district = ''
let north = ''
let south = ''
let secretary = ''
let worker = ''
let farmer = ''

beforeEach(async () => {
  app = await testApp()
  await app.write(syncTitles)
  const create = async (nameVi: string, kind: 'district' | 'commune', state?: string) =>
    (await app.call(createUnit, { nameVi, nameEn: nameVi, kind, from: '2010-01-01', parents: { state } })).unitId
  district = await create('Huyện', 'district')
  north = await create('Xã Bắc', 'commune', district)
  south = await create('Xã Nam', 'commune', district)
  ;[secretary = '', worker = '', farmer = ''] = await app.write((tx) =>
    addPeople(tx, [{ fullName: 'Ma Văn Bí' }, { fullName: 'Hà Thị Kế' }, { fullName: 'Lý Văn Nông' }]),
  )
  await app.write(async (tx) => {
    await recordAssignments(tx, [
      { personId: secretary, kind: 'main', unitId: north, titleCode: 'X_DU_BT', titleText: 'Bí thư Đảng ủy', from: '2015-05-01' },
      { personId: worker, kind: 'main', unitId: north, titleText: 'Kế toán', from: '2016-01-01', to: '2030-01-01' },
      { personId: worker, kind: 'concurrent', unitId: north, titleText: 'Thủ quỹ', from: '2016-01-01', to: '2018-01-01' },
    ])
    await recordMemberships(tx, [{ personId: farmer, kind: 'association_member', association: 'ND', unitId: north, from: '2012-01-01' }])
  })
})

const merger = (on: string, id = newId()) => ({
  id,
  spec: {
    on,
    titleVi: 'Nhập hai xã',
    titleEn: 'Two communes merge',
    newUnits: [{ id, nameVi: 'Xã Mới', nameEn: 'New Commune', kind: 'commune' as const, parents: { state: district } }],
    acts: [{ kind: 'merge' as const, from: [north, south], to: [id] }],
  },
})

async function postsOf(personId: string): Promise<unknown[]> {
  const { rows } = await sql`
    select unit_id, kind, title_text, held::text from people.assignment where person_id = ${personId}::uuid and upper_inf(recorded) order by lower(held), kind`.execute(
    app.db,
  )
  return rows
}

test('the dry run counts and names those whom it touches, and writes nothing', async () => {
  const before = await sql`select count(*) from audit.entry`.execute(app.db)
  const effect = await app.call(previewReorganisation, merger('2025-07-01').spec)

  expect(effect.people).toEqual({
    carried: { posts: 1, memberships: 1, people: 2 },
    postEnded: { posts: 1, memberships: 0, people: 1 },
    noSuccessor: { posts: 0, memberships: 0, people: 0 },
  })
  expect(effect.touched.map(({ name, outcome, toVi }) => [name, outcome, toVi])).toEqual([
    ['Ma Văn Bí', 'post-ended', 'Xã Mới'],
    ['Hà Thị Kế', 'carried', 'Xã Mới'],
    ['Lý Văn Nông', 'carried', 'Xã Mới'],
  ])
  expect(effect.ends.map((unit) => unit.vi).toSorted()).toEqual(['Xã Bắc', 'Xã Nam'])
  expect((await sql`select count(*) from audit.entry`.execute(app.db)).rows).toEqual(before.rows)
})

test('people go on in the successor with the same title; a title that the law ends is not carried', async () => {
  const { id, spec } = merger('2025-07-01')
  await app.call(applyReorganisation, spec)

  expect(await postsOf(secretary)).toEqual([
    { unit_id: north, kind: 'main', title_text: 'Bí thư Đảng ủy', held: '[2015-05-01,2025-07-01)' },
  ])
  expect(await postsOf(worker)).toEqual([
    { unit_id: north, kind: 'concurrent', title_text: 'Thủ quỹ', held: '[2016-01-01,2018-01-01)' },
    { unit_id: north, kind: 'main', title_text: 'Kế toán', held: '[2016-01-01,2025-07-01)' },
    { unit_id: id, kind: 'main', title_text: 'Kế toán', held: '[2025-07-01,2030-01-01)' },
  ])
})

test('while the law knows the title, the post goes on', async () => {
  const { id, spec } = merger('2020-01-01')
  await app.call(applyReorganisation, spec)

  expect(await postsOf(secretary)).toHaveLength(2)
  const unit = await app.call(readUnit, { unitId: id, on: '2020-06-01' })
  expect(unit.people).toMatchObject({ own: 2, under: 2 })
  expect(unit.people?.leaders.find((post) => post.titleCode === 'X_DU_BT')?.holders).toMatchObject([
    { name: 'Ma Văn Bí', since: '2020-01-01' },
  ])
  expect(unit.people?.leaders.find((post) => post.titleCode === 'X_UBND_CT')?.holders).toEqual([])
})

test('of a unit that goes in parts nobody is carried', async () => {
  const { id, spec } = merger('2020-01-01')
  const split = { ...spec, acts: [{ kind: 'split' as const, from: [north], to: [id, south] }] }
  expect((await app.call(previewReorganisation, split)).people.noSuccessor).toEqual({ posts: 2, memberships: 1, people: 3 })

  await app.call(applyReorganisation, split)

  expect(await postsOf(secretary)).toMatchObject([{ unit_id: north, held: '[2015-05-01,2020-01-01)' }])
})

test('reversed, everything holds as before, and the merger can be made again', async () => {
  const posts = await Promise.all([postsOf(secretary), postsOf(worker)])
  const tree = await app.call(unitTree, { on: '2026-01-01' })
  const { spec } = merger('2025-07-01')
  const { reorganisationId } = await app.call(applyReorganisation, spec)

  await app.call(reverseReorganisation, { reorganisationId, reason: 'Nghị quyết chưa có hiệu lực' })

  expect(await Promise.all([postsOf(secretary), postsOf(worker)])).toEqual(posts)
  expect(await app.call(unitTree, { on: '2026-01-01' })).toEqual(tree)
  await expect(app.call(reverseReorganisation, { reorganisationId, reason: 'Lần nữa' })).rejects.toMatchObject({
    status: 409,
    problem: { refusals: [{ code: 'already-reversed' }] },
  })
  await app.call(applyReorganisation, spec)
  expect((await app.call(unitTree, { on: '2026-01-01' })).units.map((unit) => unit.vi).toSorted()).toEqual(['Huyện', 'Xã Mới'])
})

test('once someone was appointed in the new commune, the merger is not taken back, and nothing changes', async () => {
  const { id, spec } = merger('2025-07-01')
  const { reorganisationId } = await app.call(applyReorganisation, spec)
  await app.write((tx) =>
    recordAssignments(tx, [
      { personId: secretary, kind: 'main', unitId: id, titleCode: 'P_DU_BT', titleText: 'Bí thư Đảng ủy', from: '2025-07-01' },
    ]),
  )
  const posts = await postsOf(secretary)

  await expect(app.call(reverseReorganisation, { reorganisationId, reason: 'Ghi nhầm' })).rejects.toMatchObject({
    status: 409,
    problem: { refusals: [{ code: 'built-on', en: 'Posts held', count: 1, units: [{ vi: 'Xã Mới' }] }] },
  })

  expect(await postsOf(secretary)).toEqual(posts)
})

test('an officer of one commune cannot merge it with a neighbour and counts only their own people; a school counts nobody', async () => {
  const ofNorth = await app.as('organisation_officer', north)
  await expect(ofNorth(previewReorganisation, merger('2025-07-01').spec)).rejects.toMatchObject({ status: 404 })

  const school = await app.as('school')
  const { units } = await school(unitTree, {})
  expect(units.map(({ vi, under }) => [vi, under])).toEqual([
    ['Huyện', null],
    ['Xã Bắc', null],
    ['Xã Nam', null],
  ])
  const counted = await ofNorth(unitTree, {})
  expect(counted.units.map(({ vi, under }) => [vi, under])).toEqual([
    ['Huyện', 2],
    ['Xã Bắc', 2],
    ['Xã Nam', 0],
  ])
})
