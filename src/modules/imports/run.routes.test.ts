import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { expected, importOffice, knownNow, peopleList, sample, type Office } from './imports.fixture.ts'
import { chooseRow, chooseRows, correctRow, listRows } from './row.contract.ts'
import { applyRun, discardRun, listRuns, readErrors, readRun, setColumns } from './run.contract.ts'

type ExpectedPeople = {
  people: { name: string; sex: string; birth: string; ethnic: string; unit: string; post: string; highestDegree: string; theory: string }[]
}

const columns = ['TT', 'Họ và tên', 'Ngày sinh', 'Số CCCD', 'Dân tộc', 'Quê quán', 'Chức vụ', 'Đơn vị công tác', 'Chuyên môn', 'LLCT']

describe('the lists of the district', () => {
  let office: Office
  beforeAll(async () => {
    office = await importOffice()
  })

  test.each(['trich-ngang-1', 'trich-ngang-tcvn3'])('%s brings exactly the people it should, and the second time nothing', async (name) => {
    const { people } = expected<ExpectedPeople>(`${name}.expected.json`)

    const run = await office.preview('people', sample(`${name}.xlsx`))
    expect(run).toMatchObject({ status: 'ready', counts: { rows: people.length, new: people.length, refused: 0, duplicate: 0 } })
    expect(await office.apply(run.id)).toMatchObject({ status: 'applied' })

    expect(await peopleOfRun(office, run.id)).toEqual(
      people.map(({ name: fullName, sex, birth, ethnic, unit, post }) => ({ fullName, sex, birth, ethnic, unit: `Xã ${unit}`, post })),
    )
    const again = await office.preview('people', sample(`${name}.xlsx`))
    expect(again.counts).toMatchObject({ rows: people.length, same: people.length })
    await expect(office.call(applyRun, { runId: again.id })).rejects.toMatchObject({
      problem: { refusals: [{ code: 'nothing-to-apply' }] },
    })
  })

  test('a sending list enters its paper, and meets its people again the second time', async () => {
    const list = expected<{ decision: { number: string; date: string }; kind: string; rows: { name: string }[] }>(
      'cu-di-hoc-tc-llct.expected.json',
    )

    const run = await office.preview('sendings', sample('cu-di-hoc-tc-llct.xlsx'))
    expect(run.counts).toMatchObject({ rows: 12, new: 12 })
    await office.apply(run.id)

    const { rows } = await sql<{ name: string; kind: string; code: string; on: string }>`
      select p.full_name as name, s.kind, d.code, d.issued_on as on from training.sending s
      join people.profile p using (person_id) join decisions.decision d on d.id = s.decision_id
      where s.run_id = ${run.id}::uuid order by s.run_row`.execute(office.db)
    expect(rows).toEqual(list.rows.map(({ name }) => ({ name, kind: list.kind, code: list.decision.number, on: list.decision.date })))
    expect((await office.preview('sendings', sample('cu-di-hoc-tc-llct.xlsx'))).counts).toMatchObject({ same: 12, new: 0 })
  })
})

describe('a list with errors', () => {
  test('is refused whole, each error with its cell, and writes nothing', async () => {
    const office = await importOffice()
    const before = await knownNow(office)

    const run = await office.preview('people', sample('trich-ngang-loi.xlsx'))
    const refused = (await office.rows(run.id, 'refused')).flatMap(({ row, refusals }) =>
      refusals.map(({ column, why }) => ({ row, column, code: why.code })),
    )
    expect(refused).toEqual([
      { row: 11, column: 'E', code: 'id-digits-lost' },
      { row: 13, column: 'C', code: 'no-such-date' },
      { row: 16, column: 'B', code: 'no-name' },
    ])
    expect(run.counts).toMatchObject({ new: 7, refused: 3 })
    await expect(office.call(applyRun, { runId: run.id })).rejects.toMatchObject({
      problem: { refusals: [{ code: 'rows-refused', count: 3 }] },
    })
    expect(await knownNow(office)).toEqual(before)
    expect((await office.call(readErrors, { runId: run.id })) as unknown as Buffer).toBeInstanceOf(Buffer)
  })

  test('goes in once its cells are corrected or its rows are left out with a reason', async () => {
    const office = await importOffice()
    const run = await office.preview('people', sample('trich-ngang-loi.xlsx'))
    const [lost, date, nameless] = await office.rows(run.id, 'refused')

    await office.call(correctRow, { runId: run.id, number: lost?.number ?? 0, column: 'E', value: '008069101554' })
    await office.work(run.id)
    await office.call(correctRow, { runId: run.id, number: date?.number ?? 0, column: 'C', value: '28/02/1984' })
    await office.work(run.id)
    await expect(office.call(chooseRow, { runId: run.id, number: nameless?.number ?? 0, choice: 'left-out' })).rejects.toMatchObject({
      problem: { refusals: [{ code: 'reason-needed' }] },
    })
    await office.call(chooseRow, { runId: run.id, number: nameless?.number ?? 0, choice: 'left-out', reason: 'Chưa rõ là ai' })

    const applied = await office.apply(run.id)
    expect(applied).toMatchObject({ status: 'applied', counts: { new: 9, left_out: 1, refused: 0 } })
    expect(await peopleOfRun(office, run.id)).toHaveLength(9)
  })
})

describe('people who may be the same', () => {
  test('one name and birth in the unit is a question, and the answer decides', async () => {
    const office = await importOffice()
    await office.apply(
      (
        await office.preview(
          'people',
          await peopleList([
            ['1', 'Ma Văn Dũng', '3/4/1980', '', 'Tày', 'Tiến Bộ, Yên Sơn', 'Văn phòng - Thống kê', 'xã Tứ Quận', 'ĐH Luật', ''],
          ]),
        )
      ).id,
    )
    const list = await peopleList([
      ['1', 'Ma Văn Dũng', '3/4/1980', '', 'Tày', 'Tiến Bộ, Yên Sơn', 'Chủ tịch UBND xã', 'xã Tứ Quận', 'ĐH Luật', ''],
    ])

    const run = await office.preview('people', list)
    expect(run.counts).toMatchObject({ duplicate: 1 })
    await expect(office.call(applyRun, { runId: run.id })).rejects.toMatchObject({
      problem: { refusals: [{ code: 'rows-undecided', count: 1 }] },
    })
    const [row] = await office.rows(run.id, 'duplicate')
    const [option] = row?.options ?? []
    expect(option?.changes).toMatchObject([{ field: 'post', after: 'Chủ tịch UBND xã · Xã Tứ Quận' }])

    await office.call(chooseRow, { runId: run.id, number: 1, choice: 'person', personId: option?.personId ?? '' })
    expect(await office.apply(run.id)).toMatchObject({ status: 'applied', counts: { changed: 1 } })
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from people.person`.execute(office.db)
    expect(rows[0]?.count).toBe(1)
  })

  test('one name and year elsewhere is listed and taken for nobody', async () => {
    const office = await importOffice()
    await office.apply(
      (
        await office.preview(
          'people',
          await peopleList([['1', 'Nguyễn Thị Hoa', '1985', '', 'Kinh', 'Phúc Ninh', 'Văn phòng - Thống kê', 'xã Phúc Ninh', '', '']]),
        )
      ).id,
    )

    const run = await office.preview(
      'people',
      await peopleList([['1', 'Nguyễn Thị Hoa', '1985', '', 'Kinh', 'Thái Bình', 'Văn phòng - Thống kê', 'xã Thái Bình', '', '']]),
    )
    const [row] = await office.rows(run.id)
    expect(row).toMatchObject({ state: 'new', options: [{ isWeak: true, unit: 'Xã Phúc Ninh' }] })
  })

  test('two rows of one file alike are told, and one may be left out', async () => {
    const office = await importOffice()
    const twice = ['1', 'Ma Văn Dũng', '3/4/1980', '', 'Tày', 'Tiến Bộ', 'Văn phòng - Thống kê', 'xã Tứ Quận', '', '']
    const run = await office.preview('people', await peopleList([twice, twice]))
    expect((await office.rows(run.id, 'duplicate'))[0]).toMatchObject({ askWhy: 'twice-in-file' })

    expect(await office.call(chooseRows, { runId: run.id, state: 'duplicate', choice: 'left-out', reason: 'Ghi hai lần' })).toEqual({
      decided: 1,
    })
    expect(await office.apply(run.id)).toMatchObject({ status: 'applied', counts: { new: 1, left_out: 1 } })
  })

  test('an unknown unit is refused with the names nearest to it', async () => {
    const office = await importOffice()
    const run = await office.preview(
      'people',
      await peopleList([
        ['1', 'Ma Văn Dũng', '3/4/1980', '', 'Tày', '', 'Văn phòng', 'xã Tứ Quân Hạ', '', ''],
        ['2', 'Lý Văn Tư', '3/4/1981', '', 'Tày', '', 'Văn phòng', 'xã Phú Ninh', '', ''],
      ]),
    )
    expect((await office.rows(run.id)).map(({ state, refusals }) => [state, refusals[0]?.why['nearest'], refusals[0]?.column])).toEqual([
      ['refused', ['Xã Tứ Quận'], 'H'],
      ['refused', ['Xã Phúc Ninh'], 'H'],
    ])
  })
})

describe('files that are none', () => {
  test('a damaged file is told, and nothing is written whatever part of it is broken', async () => {
    const office = await importOffice()
    const before = await knownNow(office)
    const whole = sample('trich-ngang-1.xlsx')

    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        async (at, noise) => {
          const bytes = new Uint8Array(whole)
          bytes.set(noise.slice(0, bytes.length - at), at)
          const run = await office.preview('people', bytes)
          expect(['ready', 'failed']).toContain(run.status)
          if (run.status === 'failed') expect(run.failure?.code).toMatch(/^(workbook-|no-rows)/)
          await office.call(discardRun, { runId: run.id })
        },
      ),
      { numRuns: 25 },
    )
    expect(await knownNow(office)).toEqual(before)
    expect((await office.call(listRuns, {})).runs).toEqual([])
  }, 60_000)

  test('an empty file and a text file are told apart', async () => {
    const office = await importOffice()
    expect(await office.preview('people', new TextEncoder().encode('Họ và tên;Năm sinh'))).toMatchObject({
      status: 'failed',
      failure: { code: 'workbook-not-one' },
    })
    expect(await office.preview('people', await peopleList([]))).toMatchObject({ status: 'failed', failure: { code: 'no-rows' } })
  })
})

describe('columns', () => {
  test('a role corrected once is remembered for the next list of the office', async () => {
    const office = await importOffice()
    const list = () =>
      peopleList(
        [['1', 'Ma Văn Dũng', '3/4/1980', '', 'Tày', 'Tiến Bộ', 'Văn phòng - Thống kê', 'xã Tứ Quận', '', 'Tày']],
        columns.map((header) => (header === 'LLCT' ? 'Cột lạ' : header)),
      )
    const run = await office.preview('people', await list())
    const [sheet] = (await office.call(readRun, { runId: run.id })).sheets
    const [table] = sheet?.tables ?? []
    expect(table?.columns.at(-1)).toMatchObject({ column: 'J', role: 'ignore' })

    await office.call(setColumns, {
      runId: run.id,
      fingerprint: table?.fingerprint ?? '',
      columns: [{ column: 'J', role: 'ethnicLanguage' }],
    })
    await office.work(run.id)
    const next = await office.preview('people', await list())
    expect((await office.call(readRun, { runId: next.id })).sheets[0]?.tables[0]?.columns.at(-1)).toMatchObject({ role: 'ethnicLanguage' })
  })
})

describe('who may', () => {
  test('a clerk may not import, and an officer elsewhere does not find the run', async () => {
    const office = await importOffice()
    const run = await office.preview('people', sample('trich-ngang-1.xlsx'), { unitId: office.units.district })

    await expect((await office.as('unit_clerk', office.units.tuQuan))(listRuns, {})).rejects.toMatchObject({ status: 403 })
    await expect((await office.as('organisation_officer', office.units.tuQuan))(listRows, { runId: run.id })).rejects.toMatchObject({
      status: 404,
    })
  })

  test('one import is one entry of the log, and every fact names its row', async () => {
    const office = await importOffice()
    const run = await office.preview('people', sample('trich-ngang-1.xlsx'))
    await office.apply(run.id)

    const { rows } = await sql<{
      changes: { table: string; count: number }[]
    }>`select changes from audit.entry where operation = 'imports.runs.write'`.execute(office.db)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.changes.find(({ table }) => table === 'people.profile')?.count).toBe(27)
    const { rows: facts } = await sql<{
      missing: number
    }>`select count(*) filter (where run_row is null)::int as missing from qualifications.qualification where run_id = ${run.id}::uuid`.execute(
      office.db,
    )
    expect(facts[0]?.missing).toBe(0)
  })
})

async function peopleOfRun(office: Office, runId: string) {
  const { rows } = await sql`
    select p.full_name as "fullName", p.sex, p.birth, p.ethnicity_text as ethnic, u.name_vi as unit, a.title_text as post
    from people.profile p
    join people.assignment a on a.person_id = p.person_id and upper_inf(a.recorded)
    join organisation.unit_version u on u.unit_id = a.unit_id and upper_inf(u.recorded)
    where p.run_id = ${runId}::uuid and upper_inf(p.recorded) order by p.run_row`.execute(office.db)
  return rows
}
