import { describe, expect, test } from 'vitest'
import { maskedId, personalIdSays, readPersonalId } from './personal-id.ts'

describe('personal ID numbers', () => {
  test.each([
    ['008085001234', '008', 'male', 1985],
    ['008190001234', '008', 'female', 1990],
    ['008205001234', '008', 'male', 2005],
    ['001310001234', '001', 'female', 2010],
  ])('%s was registered in %s, %s, born %d', (id, province, sex, birthYear) => {
    expect(personalIdSays(id)).toEqual({ province, sex, birthYear })
  })

  test('zeros that Excel ate are given back, and it is said', () => {
    const found = readPersonalId(8085001234, { birth: { y: 1985 }, sex: 'male' })
    expect(found).toMatchObject({ kind: 'personal', id: '008085001234', warnings: ['id-padded'] })
    expect(readPersonalId(1085012345)).toMatchObject({ id: '001085012345' })
    expect(readPersonalId('40085001234')).toMatchObject({ id: '040085001234', warnings: ['id-padded'] })
  })

  test.each(['8.08501E+11', '8,08501E+11', '8.08501e11', '808501000000'])('%s has lost its digits for good', (text) => {
    expect(readPersonalId(text)).toEqual({ kind: 'refused', why: 'id-digits-lost' })
  })

  test.each(['', '123', 'chưa có', '0080850012345', '00808500123A'])('%s is no identity number', (text) => {
    expect(readPersonalId(text)).toEqual({ kind: 'refused', why: 'id-not-valid' })
  })

  test('the old card has nine digits', () => {
    expect(readPersonalId('070812345')).toEqual({ kind: 'old', id: '070812345', warnings: [] })
    expect(readPersonalId(70812345)).toEqual({ kind: 'old', id: '070812345', warnings: ['id-padded'] })
  })

  test('a disagreement is a warning, because registers err', () => {
    const provinces = new Set(['008'])
    expect(readPersonalId("'008 085 001 234", { birth: { y: 1986 }, sex: 'female', provinces })).toMatchObject({
      id: '008085001234',
      warnings: ['id-sex-differs', 'id-birth-differs'],
    })
    expect(readPersonalId('099085001234', { provinces })).toMatchObject({ warnings: ['id-province-unknown'] })
  })

  test('a masked number keeps its ends', () => {
    expect(maskedId('008066100037')).toBe('008•••••0037')
  })
})
