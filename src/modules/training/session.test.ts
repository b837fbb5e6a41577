import { describe, expect, test } from 'vitest'
import { courseObjections, lecturersOf, removalObjections, sessionObjections, teachingDays, type Other, type Planned } from './session.ts'

const course = { openedOn: '2026-11-02', closedOn: '2026-11-14', periods: 12 }
const session: Planned = { onDay: '2026-11-03', part: 'morning', periods: 4, lecturer: 'TS. Ma Thị Hòa', place: 'Hội trường A' }
const other: Other = { onDay: '2026-11-03', part: 'morning', lecturer: null, place: null, title: 'Lớp khác', isOfOpener: true }

describe('why sessions may not be held so', () => {
  test.each<[string, Partial<Planned>, { own?: Planned[]; others?: Other[] }, string[]]>([
    ['within the class and free', {}, {}, []],
    ['before the class opens', { onDay: '2026-11-01' }, {}, ['session-outside-class']],
    ['on the first day after it', { onDay: '2026-11-14' }, {}, ['session-outside-class']],
    ['where the class has a session already', {}, { own: [session] }, ['session-taken']],
    ['more periods than the class has', { periods: 9 }, { own: [{ ...session, part: 'afternoon' }] }, ['periods-over-class']],
    ['the lecturer teaches elsewhere', {}, { others: [{ ...other, lecturer: 'ThS. Lê An; bà Ma Thị Hoà' }] }, ['lecturer-busy']],
    ['the lecturer teaches in the afternoon', {}, { others: [{ ...other, part: 'afternoon', lecturer: 'Ma Thị Hòa' }] }, []],
    ['the room is taken', {}, { others: [{ ...other, place: 'hội trường a' }] }, ['room-busy']],
    ['a room of the same name in another place', {}, { others: [{ ...other, place: 'Hội trường A', isOfOpener: false }] }, []],
  ])('%s', (_, change, { own = [], others = [] }, codes) => {
    expect(sessionObjections(course, [{ ...session, ...change }], { own, others }).map(({ code }) => code)).toEqual(codes)
  })
})

test('sessions fall on the chosen days of the week, from the first day to the last', () => {
  expect(teachingDays({ from: '2026-11-02', until: '2026-11-13', weekdays: [1, 5] })).toEqual([
    '2026-11-02',
    '2026-11-06',
    '2026-11-09',
    '2026-11-13',
  ])
  expect(teachingDays({ from: '2026-11-02', until: null, weekdays: [] })).toEqual(['2026-11-02'])
  expect(sessionObjections(course, [], { own: [], others: [] })).toEqual([{ code: 'session-no-day' }])
})

test('a class may not be moved away from its sessions, and marks are given up only for a reason', () => {
  expect(courseObjections({ ...course, openedOn: '2026-11-04' }, [session])).toMatchObject([{ code: 'session-outside-class' }])
  expect(removalObjections(0)).toEqual([])
  expect(removalObjections(3)).toMatchObject([{ code: 'session-has-marks', overridable: true }])
})

test('a lecturer is the same person with and without a title', () => {
  expect(lecturersOf('PGS.TS. Nguyễn Văn Bình; đồng chí Lý Thị Tư')).toEqual(['nguyen van binh', 'ly thi tu'])
  expect(lecturersOf('Cố Thị Sen')).toEqual(['co thi sen'])
})
