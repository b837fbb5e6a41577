import { expect, test } from 'vitest'
import { masked } from './mask.ts'

test('ethnicity, Party dates and numbers are kept back at every depth, the rest stays', () => {
  const entry = {
    personId: 'p',
    fullName: 'Nguyễn Văn A',
    ethnicity: '02',
    changes: [{ table: 'people.identity', after: [{ number: '008075000123', kind: 'cccd' }] }],
  }
  expect(masked(entry)).toEqual({
    personId: 'p',
    fullName: 'Nguyễn Văn A',
    ethnicity: '•••',
    changes: [{ table: 'people.identity', after: [{ number: '•••', kind: 'cccd' }] }],
  })
})
