import { expect, test } from 'vitest'
import { endOfCourse, sendingObjections } from './sending.ts'

const free = { servesThere: true, sentBefore: [] }

test.each([
  [
    '41 tuổi học thạc sĩ năm 2019',
    { kind: 'DT_SDH_THS', mode: null, sentOn: '2019-01-01' },
    { birth: '1977-06-01', sex: 'male' as const },
    ['training-too-old'],
  ],
  [
    '40 tuổi học thạc sĩ năm 2019',
    { kind: 'DT_SDH_THS', mode: null, sentOn: '2019-01-01' },
    { birth: '1978-06-01', sex: 'male' as const },
    [],
  ],
  [
    '44 tuổi học thạc sĩ năm 2026, luật mới cho 45',
    { kind: 'DT_SDH_THS', mode: null, sentOn: '2026-01-01' },
    { birth: '1981-06-01', sex: 'male' as const },
    [],
  ],
  [
    'nam 29 tuổi học trung cấp không tập trung năm 2026',
    { kind: 'LLCT_TC', mode: 'KTT', sentOn: '2026-01-01' },
    { birth: '1996-06-01', sex: 'male' as const },
    ['training-too-young'],
  ],
  [
    'nữ 29 tuổi học trung cấp không tập trung năm 2026',
    { kind: 'LLCT_TC', mode: 'KTT', sentOn: '2026-01-01' },
    { birth: '1996-06-01', sex: 'female' as const },
    [],
  ],
  [
    'nam 29 tuổi học trung cấp không tập trung năm 2018, khi chưa có quy định',
    { kind: 'LLCT_TC', mode: 'KTT', sentOn: '2018-01-01' },
    { birth: '1988-06-01', sex: 'male' as const },
    [],
  ],
])('%s', (_, proposed, person, codes) => {
  const objections = sendingObjections({ studyFrom: null, studyTo: null, ...proposed }, { ...person, ...free })
  expect(objections.map(({ code }) => code)).toEqual(codes)
  expect(objections.every(({ overridable, document }) => overridable === true && typeof document === 'string')).toBe(true)
})

test('the law of the day of the decision applies, and a course ends in the level it names', () => {
  expect(endOfCourse('LLCT_CC')).toEqual({ kind: 'theory', level: 'CC' })
  expect(endOfCourse('QLNN_CVC')).toEqual({ kind: 'state_management', level: 'CVC' })
  expect(endOfCourse('BD_CD')).toBeNull()
})
