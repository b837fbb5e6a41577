import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { writeWorkbook } from '#lib/workbook/write.ts'
import { importOffice, knownNow, peopleList } from './imports.fixture.ts'

const list = (title: string[], columns: string[], rows: (string | number)[][]) =>
  writeWorkbook([{ name: 'Danh sách', title, columns: columns.map((header) => ({ header, width: 14, kind: 'text' as const })), rows }])

describe('lists of classes', () => {
  test('a class comes in with its learners: an official is met again, others belong to the unit from outside the payroll', async () => {
    const office = await importOffice()
    await office.apply(
      (
        await office.preview(
          'people',
          await peopleList([['1', 'Lý Thị Thử', '1/2/1975', '', 'Kinh', '', 'Chủ tịch Hội Nông dân', 'xã Phúc Ninh', '', '']]),
        )
      ).id,
    )
    const before = await knownNow(office)
    const bytes = await list(
      [
        'DANH SÁCH HỌC VIÊN LỚP BỒI DƯỠNG NGHIỆP VỤ CÔNG TÁC ĐẢNG CHO BÍ THƯ CHI BỘ',
        '(Thời gian: từ ngày 05/3/2018 đến ngày 09/3/2018; địa điểm: Hội trường huyện)',
      ],
      ['STT', 'Họ và tên', 'Ngày sinh', 'Chức vụ', 'Đơn vị', 'Kết quả'],
      [
        ['1', 'Ma Văn Thử', '1970', 'Bí thư chi bộ thôn 3', 'xã Tứ Quận', 'Khá'],
        ['2', 'Lý Thị Thử', '1975', 'Chủ tịch Hội Nông dân', 'xã Phúc Ninh', 'Giỏi'],
      ],
    )

    const run = await office.preview('classes', bytes, { unitId: office.units.district })
    expect(run.counts).toMatchObject({ rows: 3, new: 3 })
    await office.apply(run.id)

    const { rows } = await sql`
      select p.full_name as name, e.result, m.kind, v.kind as class, lower(v.held)::text as opened from training.enrolment e
      join training.class_version v using (class_id)
      join people.profile p on p.person_id = e.person_id and upper_inf(p.recorded)
      left join people.membership m on m.person_id = e.person_id where e.run_id = ${run.id}::uuid order by e.run_row`.execute(office.db)
    expect(rows).toEqual([
      { name: 'Ma Văn Thử', result: 'Khá', kind: 'party_member', class: 'BD_XDD', opened: '2018-03-05' },
      { name: 'Lý Thị Thử', result: 'Giỏi', kind: null, class: 'BD_XDD', opened: '2018-03-05' },
    ])
    expect((await office.preview('classes', bytes, { unitId: office.units.district })).counts).toMatchObject({ same: 3, new: 0 })
    await office.undo(run.id)
    expect(await knownNow(office)).toEqual(before)
  })

  test('a class known by its head count only has no learners, and a new count corrects it', async () => {
    const office = await importOffice()
    const bytes = (count: number) =>
      list(
        ['DANH SÁCH CÁC LỚP BỒI DƯỠNG NĂM 2019'],
        ['STT', 'Tên lớp', 'Thời gian', 'Địa điểm', 'Đơn vị mở', 'Số học viên'],
        [['1', 'Lớp chuyên đề học tập và làm theo Bác', 'từ 5/3/2019 đến 6/3/2019', 'Hội trường xã', 'xã Tứ Quận', count]],
      )
    const first = await office.preview('classes', await bytes(120))
    await office.apply(first.id)

    const second = await office.preview('classes', await bytes(125))
    expect((await office.rows(second.id))[0]).toMatchObject({
      state: 'changed',
      changes: [{ field: 'headCount', before: '120', after: '125' }],
    })
    await office.apply(second.id)
    const { rows } = await sql`select head_count, kind from training.class_version where upper_inf(recorded)`.execute(office.db)
    expect(rows).toEqual([{ head_count: 125, kind: 'BD_CD' }])
  })
})

test('two thousand people come in and go again', async () => {
  const office = await importOffice()
  const before = await knownNow(office)
  const rows = Array.from({ length: 2000 }, (_, index) => [
    index + 1,
    `Nguyễn Văn ${'ABCDEGHKLM'.charAt(index % 10)}${'aeiou'.charAt(index % 5)}`,
    `${1 + (index % 28)}/${1 + (index % 12)}/${1960 + (index % 40)}`,
    `0080${String(60 + (index % 40)).padStart(2, '0')}${String(index + 1).padStart(6, '0')}`,
    'Tày',
    'Tiến Bộ',
    'Văn phòng - Thống kê',
    `xã ${['Tứ Quận', 'Phúc Ninh', 'Thái Bình'][index % 3]}`,
    'ĐH Luật',
    'Trung cấp',
  ])

  const run = await office.preview('people', await peopleList(rows))
  expect(run.counts).toMatchObject({ rows: 2000, new: 2000 })
  expect(await office.apply(run.id)).toMatchObject({ status: 'applied' })
  expect(await office.undo(run.id)).toMatchObject({ status: 'undone' })
  expect(await knownNow(office)).toEqual(before)
}, 60_000)
