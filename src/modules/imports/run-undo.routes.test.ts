import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { keepers } from '#app'
import { connect } from '#db/connect.ts'
import { importOffice, knownNow, peopleList, sample, type Office } from './imports.fixture.ts'
import { applyRun, readRun, undoRun } from './run.contract.ts'
import { workOnRun } from './run-work.node.ts'
import { askAgain, releaseInterrupted } from './working.sql.ts'

describe('undoing', () => {
  test('gives back exactly what was known before, closed posts and studies among it', async () => {
    const office = await importOffice()
    await office.apply(
      (
        await office.preview(
          'people',
          await peopleList([
            [
              '1',
              'Nguyễn Văn An',
              '19/05/1985',
              '008085000001',
              'Tày',
              'Tứ Quận',
              'Văn hóa - Xã hội',
              'xã Tứ Quận',
              'ĐH Luật',
              'Trung cấp (đang học)',
            ],
          ]),
        )
      ).id,
    )
    const before = await knownNow(office)

    const run = await office.preview(
      'people',
      await peopleList([
        ['1', 'Nguyễn Văn Ân', '19/05/1985', '008085000001', 'Dao', 'Tứ Quận', 'Chủ tịch UBND xã', 'xã Phúc Ninh', 'ĐH Luật', 'Trung cấp'],
        ['2', 'Lý Thị Bình', '1/2/1990', '008190000002', 'Kinh', 'Phúc Ninh', 'Tư pháp - Hộ tịch', 'xã Phúc Ninh', 'ĐH Luật', ''],
      ]),
      { day: '2022-06-30' },
    )
    expect(run.counts).toMatchObject({ changed: 1, new: 1 })
    const [changed] = await office.rows(run.id, 'changed')
    expect(changed?.changes.map(({ field, before: was, after }) => [field, was, after])).toEqual([
      ['fullName', 'Nguyễn Văn An', 'Nguyễn Văn Ân'],
      ['ethnicity', 'Tày', 'Dao'],
      ['post', 'Văn hóa - Xã hội · Xã Tứ Quận', 'Chủ tịch UBND xã · Xã Phúc Ninh'],
      ['theory', 'Lý luận chính trị: trung cấp (đang học)', 'Lý luận chính trị: trung cấp'],
    ])
    await office.apply(run.id)
    expect(await knownNow(office)).not.toEqual(before)

    expect(await office.undo(run.id)).toMatchObject({ status: 'undone', undoneWhy: 'Nhập nhầm danh sách' })
    expect(await knownNow(office)).toEqual(before)
  })

  test('of a sending list takes back people, paper and sendings, and the list can come in again', async () => {
    const office = await importOffice()
    const before = await knownNow(office)
    const first = await office.preview('sendings', sample('cu-di-hoc-tc-llct.xlsx'))
    await office.apply(first.id)

    await office.undo(first.id)
    expect(await knownNow(office)).toEqual(before)

    const again = await office.preview('sendings', sample('cu-di-hoc-tc-llct.xlsx'))
    expect(await office.apply(again.id)).toMatchObject({ status: 'applied', counts: { new: 12 } })
  })

  test('is refused with the list of what was built on it since', async () => {
    const office = await importOffice()
    const first = await office.preview('people', sample('trich-ngang-1.xlsx'))
    await office.apply(first.id)
    const list = await peopleList([
      [
        '1',
        'Hà Xuân Long',
        '01/11/1966',
        '008066100037',
        'Cao Lan',
        'Tiến Bộ, Yên Sơn, Tuyên Quang',
        'Bí thư Đảng ủy',
        'xã Tứ Quận',
        'Thạc sĩ Luật',
        '',
      ],
    ])
    const second = await office.preview('people', list)
    await office.apply(second.id)
    const before = await knownNow(office)

    const refused = office.call(undoRun, { runId: first.id, reason: 'Nhầm' })
    await expect(refused).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'built-on', facts: [{ personName: 'Hà Xuân Long' }] }] },
    })
    expect(await knownNow(office)).toEqual(before)

    await office.undo(second.id)
    expect(await office.undo(first.id)).toMatchObject({ status: 'undone' })
  })
})

describe('several at once', () => {
  test('of two officers who apply one run the second is told that it goes on already', async () => {
    const office = await importOffice()
    const run = await office.preview('people', sample('trich-ngang-1.xlsx'))
    const other = await office.as('organisation_officer')

    const both = await Promise.allSettled([office.call(applyRun, { runId: run.id }), other(applyRun, { runId: run.id })])
    await Promise.all([workOnRun(office.house, run.id, keepers), workOnRun(office.house, run.id, keepers)])

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { problem: { refusals: [{ code: 'run-status' }] } } })
    expect(await peopleOfRun(office, run.id)).toHaveLength(27)
    await expect(office.call(applyRun, { runId: run.id })).rejects.toMatchObject({
      problem: { refusals: [{ code: 'run-status', status: 'applied' }] },
    })
  })

  test('what was written since the preview is seen before anything is applied', async () => {
    const office = await importOffice()
    const [one, two] = [
      await office.preview('people', sample('trich-ngang-1.xlsx')),
      await office.preview('people', sample('trich-ngang-1.xlsx')),
    ]
    await office.apply(one.id)

    const after = await office.apply(two.id)
    expect(after).toMatchObject({ status: 'ready', failure: { code: 'preview-outdated', count: 27 }, counts: { same: 27 } })
    expect(await peopleOfRun(office, two.id)).toHaveLength(0)
  })

  test('the same workbook entered twice and applied at the same moment is written once', async () => {
    const office = await importOffice()
    const runs = [
      await office.preview('people', sample('trich-ngang-1.xlsx')),
      await office.preview('people', sample('trich-ngang-1.xlsx')),
    ]
    for (const { id } of runs) await office.call(applyRun, { runId: id })

    // As two servers do, each over its own connections.
    const servers = runs.map(() => connect(office.url, { max: 4 }))
    await Promise.all(runs.map(({ id }, at) => workOnRun({ ...office.house, db: servers[at] ?? office.db }, id, keepers)))
    await Promise.all(servers.map((db) => db.destroy()))

    const ended = await Promise.all(runs.map(async ({ id }) => (await office.call(readRun, { runId: id })).run))
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['applied', 'ready'])
    expect(ended.find(({ status }) => status === 'ready')?.failure).toMatchObject({ code: 'preview-outdated' })
    const people = await Promise.all(runs.map(({ id }) => peopleOfRun(office, id)))
    expect(people.flat()).toHaveLength(27)
  })

  test('work that was cut off is given back with its reason, and can begin again', async () => {
    const office = await importOffice()
    const run = await office.preview('people', sample('trich-ngang-1.xlsx'))
    await office.call(applyRun, { runId: run.id })
    await sql`update imports.run set working_since = now() where id = ${run.id}::uuid`.execute(office.db)

    expect(await releaseInterrupted(office.db)).toBe(1)
    expect((await office.call(readRun, { runId: run.id })).run).toMatchObject({
      status: 'ready',
      failure: { code: 'interrupted', during: 'applying' },
    })
    expect(await office.apply(run.id)).toMatchObject({ status: 'applied' })
  })

  test('work that was asked for and begun by nobody is asked for again, until it is done', async () => {
    const office = await importOffice()
    const run = await office.preview('people', sample('trich-ngang-1.xlsx'))
    const asked: string[] = []
    const ask = () => askAgain(office.db, async (_, runId) => void asked.push(runId))
    await office.call(applyRun, { runId: run.id })

    expect([await ask(), asked]).toEqual([1, [run.id]])
    expect(await office.work(run.id)).toMatchObject({ status: 'applied' })
    expect(await office.work(run.id)).toMatchObject({ status: 'applied' })
    expect(await peopleOfRun(office, run.id)).toHaveLength(27)
    expect(await ask()).toBe(0)
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
