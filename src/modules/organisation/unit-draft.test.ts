import { expect, test } from 'vitest'
import { tableOfSheet } from './draft-table.ts'
import { englishName, kindOfName, kindOfText } from './kind-of-name.ts'
import { draftOfTable, draftOfText } from './unit-draft.ts'

test('what stands further in lies below what stands above it', () => {
  const { units, problems } = draftOfText(
    'Đảng ủy xã Yên Sơn\n  Ban Xây dựng Đảng\nXã Tứ Quận | 02464\n\n\tThôn Đồng Cầy\n\tTrường Mầm non Tứ Quận\nPhòng Kinh tế',
  )

  expect(problems).toEqual([])
  expect(units.map(({ nameVi, kind, code, parent }) => [nameVi, kind, code, parent])).toEqual([
    ['Đảng ủy xã Yên Sơn', 'party_committee', null, null],
    ['Ban Xây dựng Đảng', 'party_body', null, 0],
    ['Xã Tứ Quận', 'commune', '02464', null],
    ['Thôn Đồng Cầy', 'hamlet', null, 2],
    ['Trường Mầm non Tứ Quận', 'public_service_unit', null, 2],
    ['Phòng Kinh tế', 'state_office', null, null],
  ])
})

test('dashes indent as well as spaces do', () => {
  expect(draftOfText('- Xã A\n-- Thôn B\n-- Thôn C\n- Xã D').units.map((unit) => unit.parent)).toEqual([null, 0, 0, null])
})

test('a name twice below one unit and a code twice are named', () => {
  expect(draftOfText('Xã A | 1\nxã  a | 2\nXã B | 1').problems.map(({ code, name }) => [code, name])).toEqual([
    ['draft-name-twice', 'xã a'],
    ['draft-code-twice', 'Xã B'],
  ])
})

test('a sheet with title lines, columns in any order and codes that lost their zero is read', () => {
  const rows = [
    ['DANH SÁCH ĐƠN VỊ'],
    ['STT', 'Tên', 'Thuộc', 'Mã', 'Cấp/loại'],
    ['1', 'Xã Tứ Quận', '', '2464', ''],
    ['2', 'Thôn Một', 'xã tứ quận', '', 'Thôn, tổ dân phố'],
  ]
  const table = tableOfSheet(rows.map((cells, at) => ({ row: at + 1, cells })))

  const { units, problems } = draftOfTable(table ?? [])
  expect(problems).toEqual([])
  expect(units).toMatchObject([
    { nameVi: 'Xã Tứ Quận', kind: 'commune', code: '02464', parent: null },
    { nameVi: 'Thôn Một', kind: 'hamlet', parent: 0 },
  ])
})

test('an unknown unit above, an unknown kind and a circle are refused with their row', () => {
  const row = (at: number, name: string, above: string, kind = '') => ({ row: at, name, above, kind, code: '' })
  expect(draftOfTable([row(2, 'Xã A', 'Huyện B')]).problems).toMatchObject([{ code: 'draft-parent-unknown', row: 2, parent: 'Huyện B' }])
  expect(draftOfTable([row(2, 'Xã A', '', 'Làng')]).problems).toMatchObject([{ code: 'draft-kind-unknown', row: 2 }])
  expect(draftOfTable([row(2, 'Xã A', 'Xã B'), row(3, 'Xã B', 'Xã A')]).problems).toMatchObject([
    { code: 'draft-circle' },
    { code: 'draft-circle' },
  ])
})

test.each([
  ['Huyện ủy Yên Sơn', 'party_committee'],
  ['Huyện Yên Sơn', 'district'],
  ['Huyện đoàn Yên Sơn', 'mass_organisation'],
  ['Ban Tổ chức Huyện ủy', 'party_body'],
  ['Bản Tồng', 'hamlet'],
  ['Ủy ban MTTQ huyện', 'front'],
  ['HĐND và UBND huyện', 'council_and_committee'],
  ['Cơ quan Tổ chức – Nội vụ', 'joint_body'],
  ['Doanh nghiệp X', 'other_body'],
])('%s is of the kind %s', (name, kind) => {
  expect(kindOfName(name)).toBe(kind)
})

test('kinds are known by their names, and communes have English names', () => {
  expect(kindOfText('xã')).toBe('commune')
  expect(kindOfText('Làng')).toBeNull()
  expect(englishName('Xã Tứ Quận', 'commune')).toBe('Tứ Quận Commune')
  expect(englishName('Thành phố Tuyên Quang', 'city')).toBe('Tuyên Quang City')
  expect(englishName('Phòng Nội vụ', 'state_office')).toBe('Phòng Nội vụ')
})
