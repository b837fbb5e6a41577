import { expect, test } from 'vitest'
import { masked } from './mask.ts'

const guarded = new Set(['ethnicity', 'number'])

test('guarded fields are absent at every depth, the rest stays', () => {
  const entry = {
    personId: 'p',
    fullName: 'Nguyễn Văn A',
    ethnicity: '02',
    q: '008075000123',
    changes: [{ table: 'people.identity', after: [{ number: '008075000123', kind: 'cccd' }] }],
  }
  expect(masked(entry, guarded)).toEqual({
    personId: 'p',
    fullName: 'Nguyễn Văn A',
    changes: [{ table: 'people.identity', after: [{ kind: 'cccd' }] }],
  })
})

test('of a tie to the Party or an association only that there was one is told, of a mandate all', () => {
  const tie = { personId: 'p', title_text: 'Ủy viên', unit_id: 'u', held: '[2020-01-01,)' }
  expect(masked([{ ...tie, kind: 'party_member' }], guarded)).toEqual([{ personId: 'p', held: '[2020-01-01,)' }])
  expect(masked([{ ...tie, kind: 'deputy' }], guarded)).toEqual([{ ...tie, kind: 'deputy' }])
})
