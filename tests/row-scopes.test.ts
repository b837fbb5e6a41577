import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { applyReorganisation, reverseReorganisation } from '#modules/organisation/reorganisation.contract.ts'
import { recordAssignments } from '#modules/people/assignment.sql.ts'
import { readPerson } from '#modules/people/file.contract.ts'
import { spine } from '#modules/people/list.contract.ts'
import { mergePersons, splitPersons } from '#modules/people/merge.contract.ts'
import { endAssignment, recordAssignment } from '#modules/people/person.contract.ts'
import { testApp, type Call, type TestApp } from '#tests/app.ts'
import { makeDistrict, makeOfficials } from '#tests/persons.ts'
import { personBound } from '#db/placement.ts'

const basis = 'hồ sơ gốc'
let app: TestApp
let unit: Awaited<ReturnType<typeof makeDistrict>>
let inNorth: Call
let inSouth: Call

beforeEach(async () => {
  app = await testApp({ today: '2026-11-23' })
  unit = await makeDistrict(app)
  inNorth = await app.as('organisation_officer', unit.north)
  inSouth = await app.as('organisation_officer', unit.south)
})

/** Who is seen where, worked out from the ties and the tree alone, against what stands in each table. */
async function expectSettled(): Promise<void> {
  const naive = sql`
    select t.person_id, array_agg(distinct a.number::int order by a.number::int) as scope
    from people.tie t, people.scope_day d, organisation.closure c, organisation.unit a
    where upper_inf(t.recorded) and c.descendant_id = t.unit_id and upper_inf(c.recorded) and a.id = c.ancestor_id
      and c.held @> (select least(max(coalesce(upper(v.held), 'infinity')) - 1, d.day) from organisation.unit_version v
        where v.unit_id = t.unit_id and upper_inf(v.recorded) and lower(v.held) <= d.day)
      and (t.held @> d.day or not exists (select from people.tie o where o.person_id = t.person_id and upper_inf(o.recorded)
        and (o.held @> d.day or (lower(o.held) <= d.day and upper(o.held) > upper(t.held)))))
    group by t.person_id`
  const wrongPersons = await sql`
    select p.person_id, p.scope, n.scope as naive from people.person p left join (${naive}) n using (person_id)
    where p.removed_at is null and p.scope <> coalesce(n.scope, '{}')`.execute(app.db)
  expect(wrongPersons.rows).toEqual([])
  for (const { table, person } of personBound) {
    const { rows } = await sql`
      select p.person_id from ${sql.table(table)} t join people.person p on p.person_id = t.${sql.ref(person)} where t.scope <> p.scope`.execute(
      app.db,
    )
    expect({ table, rows }).toEqual({ table, rows: [] })
  }
}

const countOf = async (call: Call) => (await call(spine, { status: 'all', group: 'all' })).total

test('a person is seen where a post begins, and no longer where the last one ended before', async () => {
  const [personId = ''] = await makeOfficials(app, [{ unitId: unit.north }])
  await expectSettled()
  expect([await countOf(inNorth), await countOf(inSouth)]).toEqual([1, 0])

  await app.call(recordAssignment, {
    personId,
    kind: 'main',
    unitId: unit.south,
    titleText: 'Chuyên viên',
    from: '2026-11-01',
    endFormer: true,
    basis,
  })
  await expectSettled()
  expect([await countOf(inNorth), await countOf(inSouth)]).toEqual([0, 1])
  await expect(inNorth(readPerson, { personId })).rejects.toMatchObject({ status: 404 })

  const assignmentId = (await inSouth(readPerson, { personId })).facts.assignments.at(-1)?.id ?? ''
  await app.call(endAssignment, { personId, assignmentId, on: '2026-11-10', basis })
  await expectSettled()
  expect(await countOf(inSouth)).toBe(1)
})

test('a post that begins or ends with the day moves who is seen, forward and back', async () => {
  const [personId = ''] = await makeOfficials(app, [{ unitId: unit.north, to: '2026-12-01' }])
  await app.write((tx) =>
    recordAssignments(tx, [
      { personId, kind: 'main', unitId: unit.south, titleText: 'Chuyên viên', titleCode: null, from: '2026-12-01', to: null },
    ]),
  )
  expect([await countOf(inNorth), await countOf(inSouth)]).toEqual([1, 0])
  await expectSettled()

  await app.setToday('2026-12-01')
  expect([await countOf(inNorth), await countOf(inSouth)]).toEqual([0, 1])
  await expectSettled()

  await app.setToday('2026-11-30')
  expect([await countOf(inNorth), await countOf(inSouth)]).toEqual([1, 0])
  await expectSettled()
})

test('when communes merge everyone is seen in the new one, and where they were when it is reversed', async () => {
  await makeOfficials(app, [{ unitId: unit.north }, { unitId: unit.south }, { unitId: unit.west }])
  const id = crypto.randomUUID()
  const { reorganisationId } = await app.call(applyReorganisation, {
    on: '2026-07-01',
    titleVi: 'Nhập hai xã',
    titleEn: 'Two communes merge',
    newUnits: [{ id, nameVi: 'Xã Mới', nameEn: 'New Commune', kind: 'commune', parents: { state: unit.district } }],
    acts: [{ kind: 'merge', from: [unit.north, unit.south], to: [id] }],
  })
  await expectSettled()
  expect(await countOf(await app.as('unit_clerk', id))).toBe(2)
  expect(await countOf(inNorth)).toBe(0)

  await app.call(reverseReorganisation, { reorganisationId, reason: 'lập nhầm' })
  await expectSettled()
  expect([await countOf(inNorth), await countOf(inSouth)]).toEqual([1, 1])
})

test('a merged file is seen where the kept one is, and for itself again when they part', async () => {
  const [kept = '', merged = ''] = await makeOfficials(app, [
    { unitId: unit.north, fullName: 'Hà Thị Mơ', birth: '1985', from: '2019-01-01' },
    { unitId: unit.south, fullName: 'Hà Thị Mơ', birth: '1985', from: '2015-01-01', to: '2019-01-01' },
  ])
  const { id: mergeId } = await app.call(mergePersons, { personId: kept, mergedId: merged, reason: 'một người, hai hồ sơ' })
  await expectSettled()
  expect((await inNorth(readPerson, { personId: kept })).merges).toHaveLength(1)
  expect(await countOf(inSouth)).toBe(0)

  await app.call(splitPersons, { personId: kept, mergeId, reason: 'hóa ra hai người' })
  await expectSettled()
  expect([await countOf(inNorth), await countOf(inSouth)]).toEqual([1, 1])
})
