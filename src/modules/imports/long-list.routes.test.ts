import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { importOffice, peopleList } from './imports.fixture.ts'

const columns = ['TT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Số hiệu công chức', 'Chức vụ', 'Đơn vị công tác']

function listOf(people: { name: string; id: string; number: string; unit?: string }[]): Promise<Uint8Array> {
  const rows = people.map(({ name, id, number, unit }, index) => [
    index + 1,
    name,
    '3/4/1980',
    id,
    number,
    'Chủ tịch UBND xã',
    unit ?? 'xã Tứ Quận',
  ])
  return peopleList(rows, columns)
}

test('two people may exchange their numbers by one list', async () => {
  const office = await importOffice()
  const [dung, lan] = [
    { name: 'Ma Văn Dũng', id: '008080000011' },
    { name: 'Lý Văn Lan', id: '008080000022' },
  ]
  await office.apply(
    (
      await office.preview(
        'people',
        await listOf([
          { ...dung, number: 'CB-1' },
          { ...lan, number: 'CB-2' },
        ]),
      )
    ).id,
  )

  const run = await office.preview(
    'people',
    await listOf([
      { ...dung, number: 'CB-2' },
      { ...lan, number: 'CB-1' },
    ]),
  )
  expect(run.counts).toMatchObject({ changed: 2 })
  expect(await office.apply(run.id)).toMatchObject({ status: 'applied' })

  const { rows } = await sql<{ name: string; number: string }>`
    select p.full_name as name, i.number from people.identity i join people.profile p using (person_id)
    where i.kind = 'official' and upper_inf(i.recorded) and upper_inf(p.recorded) order by i.number`.execute(office.db)
  expect(rows).toEqual([
    { name: 'Lý Văn Lan', number: 'CB-1' },
    { name: 'Ma Văn Dũng', number: 'CB-2' },
  ])
})

test('the people of a list of several pieces are numbered in the file’s order, lead to their files and are seen where they serve', async () => {
  const office = await importOffice()
  const people = Array.from({ length: 1203 }, (_, index) => ({
    name: `Nông Văn ${'ABCDEĐGHIKLM'.charAt(index % 12)}n`,
    id: `0080800${String(10_000 + index)}`,
    number: '',
    unit: index % 2 === 0 ? 'xã Tứ Quận' : 'xã Phúc Ninh',
  }))
  const run = await office.preview('people', await listOf(people))
  expect(run.counts).toMatchObject({ rows: 1203, new: 1203 })
  await office.apply(run.id)

  const shown = await office.rows(run.id)
  expect(shown.map(({ number, row }) => row - number)).toEqual(shown.map(() => 4))
  const { rows } = await sql<{
    person_id: string
  }>`select person_id from people.person where run_id = ${run.id}::uuid order by run_row`.execute(office.db)
  expect(shown.map(({ personId }) => personId)).toEqual(rows.map(({ person_id }) => person_id))
  expect(await strangers(office.db)).toEqual({ people: '1203', misplaced: '0' })
})

/** Rows about the list's people that are not to be seen exactly where the person's one post is. */
async function strangers(db: Parameters<ReturnType<typeof sql>['execute']>[0]): Promise<unknown> {
  const { rows } = await sql`
    with placed as (
      select a.person_id, r.above from people.assignment a join organisation.reach r using (unit_id) where upper_inf(a.recorded)
    ), said as (
      select person_id, scope from people.person union all select person_id, scope from people.profile
      union all select person_id, scope from people.identity union all select person_id, scope from people.identity_claim
      union all select person_id, scope from people.assignment union all select person_id, scope from qualifications.qualification
    )
    select count(distinct placed.person_id)::text as people, (count(*) filter (where said.scope is distinct from placed.above or cardinality(said.scope) < 2))::text as misplaced
    from placed join said using (person_id)`.execute(db)
  return rows[0]
}
