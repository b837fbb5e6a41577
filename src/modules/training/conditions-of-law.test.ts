import { describe, expect, test } from 'vitest'
import type { Course } from './candidate.ts'
import { candidate, type Case, expectStates, held, master, ratings, theory } from './conditions.fixture.ts'
import { conditionsOf, isEligible } from './conditions.ts'

const postgraduate: Case[] = [
  ['40 tuổi ngày 30/6/2025 còn được theo NĐ 101/2017', master, candidate({ birth: '1985-06-15' }), '2025-06-30', { age: 'met' }],
  ['hôm trước sinh nhật 41 tuổi vẫn là 40', master, candidate({ birth: '1984-06-15' }), '2025-06-14', { age: 'met' }],
  ['đúng sinh nhật 41 tuổi thì quá tuổi', master, candidate({ birth: '1984-06-15' }), '2025-06-15', { age: 'unmet' }],
  ['41 tuổi cử ngày 30/6/2025 là quá tuổi', master, candidate({ birth: '1984-01-01' }), '2025-06-30', { age: 'unmet' }],
  ['41 tuổi cử ngày 1/7/2025 được theo NĐ 171/2025', master, candidate({ birth: '1984-01-01' }), '2025-07-01', { age: 'met' }],
  ['đúng sinh nhật 46 tuổi theo NĐ 171/2025 thì quá tuổi', master, candidate({ birth: '1980-07-20' }), '2026-07-20', { age: 'unmet' }],
  ['chỉ biết năm sinh, có thể 45 có thể 46', master, candidate({ birth: '1980' }), '2026-07-20', { age: 'unknown' }],
  ['chỉ biết năm sinh, chắc chắn không quá 45', master, candidate({ birth: '1981' }), '2026-07-20', { age: 'met' }],
  ['chỉ biết tháng sinh, tháng ấy chưa qua', master, candidate({ birth: '1980-07' }), '2026-07-20', { age: 'unknown' }],
  ['không biết ngày sinh', master, candidate({ birth: null }), '2026-07-20', { age: 'unknown', retirement: 'unknown' }],
  ['đúng 3 năm công tác', master, candidate({ service: { from: '2023-07-20', isAtLeast: false } }), '2026-07-20', { service: 'met' }],
  ['thiếu một ngày đủ 3 năm', master, candidate({ service: { from: '2023-07-21', isAtLeast: false } }), '2026-07-20', { service: 'unmet' }],
  [
    'không rõ bắt đầu khi nào, biết ít nhất 1 năm',
    master,
    candidate({ service: { from: '2025-01-01', isAtLeast: true } }),
    '2026-07-20',
    { service: 'unknown' },
  ],
  [
    'không rõ bắt đầu khi nào, biết ít nhất 5 năm',
    master,
    candidate({ service: { from: '2021-01-01', isAtLeast: true } }),
    '2026-07-20',
    { service: 'met' },
  ],
  [
    'hai năm liền hoàn thành tốt trở lên',
    master,
    candidate({ ratings: ratings([2024, 'HTXS'], [2025, 'HTT']) }),
    '2026-07-20',
    { ratings: 'met' },
  ],
  [
    'một trong hai năm chỉ hoàn thành',
    master,
    candidate({ ratings: ratings([2024, 'HT'], [2025, 'HTT']) }),
    '2026-07-20',
    { ratings: 'unmet' },
  ],
  ['thiếu kết quả một năm', master, candidate({ ratings: ratings([2023, 'HTT'], [2025, 'HTT']) }), '2026-07-20', { ratings: 'unknown' }],
  ['thiếu một năm, năm kia không đạt', master, candidate({ ratings: ratings([2025, 'HT']) }), '2026-07-20', { ratings: 'unmet' }],
  [
    'giữa tháng Một chưa có kết quả năm trước',
    master,
    candidate({ ratings: ratings([2023, 'HTT'], [2024, 'HTT']) }),
    '2026-01-15',
    { ratings: 'met' },
  ],
  [
    'sau giữa tháng Một phải có kết quả năm trước',
    master,
    candidate({ ratings: ratings([2023, 'HTT'], [2024, 'HTT']) }),
    '2026-01-16',
    { ratings: 'unknown' },
  ],
  ['ngành học không hợp vị trí', { ...master, fieldText: 'Thú y' }, candidate(), '2026-07-20', { field: 'unmet' }],
  ['ngành học hợp vị trí, cam kết còn phải ký', master, candidate(), '2026-07-20', { field: 'met', commitment: 'unknown' }],
  ['chưa ghi ngành được chấp nhận của vị trí', master, candidate({ post: null }), '2026-07-20', { field: 'unknown' }],
  ['năm 2016 chưa biết quy định nào', master, candidate(), '2016-05-01', { rule: 'unknown', age: undefined }],
]

const theoryCases: Case[] = [
  [
    'nam đúng 30 tuổi, hệ không tập trung',
    theory(),
    candidate({ birth: '1996-07-20' }),
    '2026-07-20',
    { age: 'met', party: 'met', degree: 'met', ratings: 'met', office: 'met' },
  ],
  ['nam thiếu một ngày đủ 30 tuổi', theory(), candidate({ birth: '1996-07-21' }), '2026-07-20', { age: 'unmet' }],
  ['nữ đúng 28 tuổi', theory(), candidate({ birth: '1998-07-20', sex: 'female' }), '2026-07-20', { age: 'met' }],
  ['nữ thiếu một ngày đủ 28 tuổi', theory(), candidate({ birth: '1998-07-21', sex: 'female' }), '2026-07-20', { age: 'unmet' }],
  ['29 tuổi, hồ sơ không ghi nam hay nữ', theory(), candidate({ birth: '1997-01-01', sex: null }), '2026-07-20', { age: 'unknown' }],
  [
    'học tập trung không hỏi tuổi',
    theory('LLCT_TC', 'TT'),
    candidate({ birth: '2001-01-01' }),
    '2026-07-20',
    { age: undefined, party: 'met' },
  ],
  ['không rõ tập trung hay không', theory('LLCT_TC', null), candidate({ birth: '2001-01-01' }), '2026-07-20', { age: 'unknown' }],
  ['cử ngày 28/8/2025, chưa có QĐ 350', theory(), candidate(), '2025-08-28', { rule: 'unknown', party: undefined }],
  ['cử ngày 29/8/2025, theo QĐ 350', theory(), candidate(), '2025-08-29', { rule: undefined, party: 'met' }],
  [
    'đảng viên dự bị học trung cấp được',
    theory(),
    candidate({ party: { joined: '2026-01-05', official: null, isMember: true } }),
    '2026-07-20',
    { party: 'met' },
  ],
  [
    'đảng viên dự bị học cao cấp thì chưa',
    theory('LLCT_CC'),
    candidate({ party: { joined: '2026-01-05', official: null, isMember: true } }),
    '2026-07-20',
    { party: 'unmet' },
  ],
  [
    'chỉ biết là đảng viên, học cao cấp',
    theory('LLCT_CC'),
    candidate({ party: { joined: null, official: null, isMember: true } }),
    '2026-07-20',
    { party: 'unknown' },
  ],
  [
    'không phải đảng viên',
    theory(),
    candidate({ party: { joined: null, official: null, isMember: false } }),
    '2026-07-20',
    { party: 'unmet' },
  ],
  [
    'trung cấp chuyên môn, tốt nghiệp trung học phổ thông',
    theory(),
    candidate({ qualifications: [held({ level: 'TC', rank: 2 })] }),
    '2026-07-20',
    { degree: 'unknown' },
  ],
  [
    'chưa tốt nghiệp trung học phổ thông',
    theory(),
    candidate({ qualifications: [], generalEducation: '9/12' }),
    '2026-07-20',
    { degree: 'unmet' },
  ],
  [
    'cao đẳng học cao cấp',
    theory('LLCT_CC'),
    candidate({ qualifications: [held({ level: 'CD', rank: 3 })] }),
    '2026-07-20',
    { degree: 'unmet', age: 'unknown' },
  ],
  [
    'chỉ hoàn thành nhiệm vụ cũng đủ cho trung cấp',
    theory(),
    candidate({ ratings: ratings([2024, 'HT'], [2025, 'HT']) }),
    '2026-07-20',
    { ratings: 'met' },
  ],
  ['không hoàn thành một năm', theory(), candidate({ ratings: ratings([2024, 'KHT'], [2025, 'HT']) }), '2026-07-20', { ratings: 'unmet' }],
  ['không giữ chức vụ lãnh đạo', theory(), candidate({ post: null }), '2026-07-20', { office: 'unknown' }],
]

describe.each([
  ['sau đại học', postgraduate],
  ['lý luận chính trị', theoryCases],
])('%s', (_, cases) => {
  test.each(cases)('%s', (...one) => expectStates(one))
})

test('each condition names the rule of the day of sending and whether it was checked', () => {
  const ruleOf = (asked: Course, sentOn: string) => conditionsOf(asked, candidate(), sentOn)[0]?.rule
  expect(ruleOf(master, '2025-06-30')).toMatchObject({ document: 'NĐ 101/2017/NĐ-CP', verified: true })
  expect(ruleOf(master, '2025-07-01')).toMatchObject({ document: 'NĐ 171/2025/NĐ-CP', verified: true })
  expect(ruleOf(theory('LLCT_CC'), '2026-07-20')).toMatchObject({ document: 'QĐ 350-QĐ/TW', verified: false })
  expect(conditionsOf(master, candidate(), '2026-07-20').find(({ code }) => code === 'commitment')?.asked).toEqual({
    factor: 3,
    months: 72,
  })
})

test('what is not known stops nobody, what is not met does', () => {
  expect(isEligible(conditionsOf(theory(), candidate({ ratings: [] }), '2026-07-20'))).toBe(true)
  expect(isEligible(conditionsOf(theory(), candidate({ birth: '1999-01-01' }), '2026-07-20'))).toBe(false)
})

test('the name, ethnic group or sex of a person changes no condition but the age that the law sets by sex', () => {
  const codesBySex = (asked: Course) => {
    const states = (sex: 'male' | 'female') =>
      conditionsOf(asked, candidate({ birth: '1997-01-01', sex }), '2026-07-20').map(({ code, state }) => `${code}:${state}`)
    return states('male').filter((one) => !states('female').includes(one))
  }
  expect(codesBySex(theory())).toEqual(['age:unmet'])
  expect(codesBySex(master)).toEqual([])
})
