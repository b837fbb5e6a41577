import { beforeAll, expect, test } from 'vitest'
import { testApp, type TestApp } from '#tests/app.ts'
import { figureNamed, linesOf } from './figure.ts'
import { review } from './figures/review.ts'
import { listFigurePeople, readReview, type ListAnswer } from './review.contract.ts'
import { makeSmallDistrict, type SmallDistrict } from './review.fixture.ts'

const term = { unit: 'Huyện Thử', from: '2015-01-01', to: '2020-12-31', commune: 'Xã Ở Lại' }

let app: TestApp
let made: SmallDistrict
beforeAll(async () => {
  app = await testApp({ today: '2026-11-23' })
  made = await makeSmallDistrict(app)
})

test('every number is the length of its list, page by page', async () => {
  const { figures, asides } = await app.call(readReview, term)
  for (const { figure, value, parts } of [...figures, ...asides]) {
    const rows = await allRows(figure, 2)
    const counted = figureNamed(review, figure)
    const expected = counted?.of === 'serving' ? (parts['judged'] ?? 0) + (parts['unmapped'] ?? 0) : value
    const weighed = counted?.of === 'classes' && counted.count === 'learners' ? sum(rows.map(({ times }) => times)) : rows.length
    expect([figure, weighed]).toEqual([figure, expected])
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  }
  expect(linesOf(review, true)).toHaveLength(19)
})

test('people stand by given name, then family, then middle, as Vietnamese lists do', async () => {
  const rows = await allRows('sent.total', 3)
  expect(names(rows)).toEqual(['Nguyễn Văn An', 'Nguyễn Văn An', 'Bàn Thị Ánh', 'Ma Đức Bình', 'Đặng Thị Lan', 'Vũ Minh', 'Vũ Minh'])
})

test('a person sent twice is one of the people, with the times beside the name', async () => {
  const rows = await allRows('sent.people', 100)
  expect(rows.map(({ person, times }) => `${person?.name} ${times}`)).toEqual([
    'Nguyễn Văn An 2',
    'Bàn Thị Ánh 1',
    'Ma Đức Bình 1',
    'Đặng Thị Lan 1',
    'Vũ Minh 2',
  ])
})

test('each row says where one served when sent, and by which paper', async () => {
  const [first] = await allRows('sent.LLCT_TC', 100)
  expect(first).toMatchObject({ from: '2016-05-04', unit: { vi: 'Xã Ở Lại' }, decision: { code: '215-QĐ/HU', issuedOn: '2016-01-04' } })
})

test('classes known by head count stand before the trainees, with their number', async () => {
  const rows = await allRows('learners.LLCT', 100)
  expect(rows.map(({ person, class: of, times }) => `${person?.name ?? of?.title} ${times}`)).toEqual([
    'Cập nhật kiến thức 7',
    'Sơ cấp khóa 2 60',
    'Nguyễn Văn An 1',
    'Nguyễn Văn An 1',
    'Bàn Thị Ánh 1',
  ])
})

test("the list of a commune's standing says of each whether the standard is met, and leaves open what cannot be judged", async () => {
  const rows = await allRows('standing.field_match', 100)
  expect(rows.map(({ person, meets }) => [person?.name, meets])).toEqual([
    ['Nguyễn Văn An', true],
    ['Bàn Thị Ánh', false],
    ['Ma Đức Bình', null],
  ])
})

test('a secondment names its host and its last day', async () => {
  const [first] = await allRows('seconded', 100)
  expect(first).toMatchObject({
    person: { name: 'Nguyễn Văn An' },
    unit: { vi: 'Phòng Nội vụ' },
    host: { vi: 'Xã Ở Lại' },
    from: '2013-01-01',
    to: '2015-01-01',
  })
})

test('ethnicity and Party are told to those who may see them, and to no others', async () => {
  const clerk = await app.as('unit_clerk', made.unit.district)
  const hiddenFrom = await clerk(listFigurePeople, { ...term, figure: 'sent.DT_CD' })
  expect(hiddenFrom.hidden).toEqual(['ethnicity', 'partyJoined'])
  expect(hiddenFrom.rows[0]?.person).toMatchObject({ name: 'Đặng Thị Lan' })
  for (const { person } of hiddenFrom.rows) expect(Object.keys(person ?? {})).not.toEqual(expect.arrayContaining(['ethnicity']))

  const shown = await app.call(listFigurePeople, { ...term, figure: 'sent.DT_CD' })
  expect(shown.hidden).toEqual([])
  expect(shown.rows[0]?.person).toMatchObject({ ethnicity: '02', partyJoined: '2005-02-03' })
})

test('the name stands in the list of those who look from elsewhere, but opens no file there', async () => {
  const leader = await app.as('leader', made.unit.into)
  const { rows } = await leader(listFigurePeople, { from: term.from, to: term.to, unit: 'Xã Mới', figure: 'sent.LLCT_TC' })
  expect(rows.map(({ person }) => [person?.name, person?.canOpen, person?.ethnicity])).toEqual([['Ma Đức Bình', false, undefined]])
})

async function allRows(figure: string, limit: number): Promise<ListAnswer[]> {
  const rows: ListAnswer[] = []
  let after: string | undefined
  do {
    const page = await app.call(listFigurePeople, { ...term, figure, limit, after })
    rows.push(...page.rows)
    after = page.next ?? undefined
  } while (after)
  return rows
}

function names(rows: ListAnswer[]): (string | undefined)[] {
  return rows.map(({ person }) => person?.name)
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
