import { expect, test } from 'vitest'
import { purposeField, purposeText, writtenPurpose } from './purposes.ts'

test.each(['planning', 'planning: Công văn 12-CV/HU', 'other: Xác minh theo đơn: số 3'])('%s is a purpose', (text) => {
  expect(purposeField.safeParse(text).success).toBe(true)
})

test.each(['', 'because', 'other', 'other: x', 'toString'])('%j is no purpose', (text) => {
  expect(purposeField.safeParse(text).success).toBe(false)
})

test('a purpose is read aloud in both languages, with its note', () => {
  expect(purposeText('planning: Công văn 12-CV/HU', 'vi')).toBe('Rà soát quy hoạch · Công văn 12-CV/HU')
  expect(purposeText('other: Xác minh theo đơn', 'en')).toBe('Xác minh theo đơn')
  expect(purposeText('Báo cáo cấp trên', 'vi')).toBe('Báo cáo cấp trên')
})

test('another purpose waits for its words', () => {
  expect(writtenPurpose({ kind: 'other', note: ' ' })).toBeNull()
  expect(writtenPurpose({ kind: 'record', note: '' })).toBe('record')
})
