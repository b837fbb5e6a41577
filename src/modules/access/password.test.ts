import { expect, test } from 'vitest'
import { passwordObjections } from './password.ts'

const names = ['xayenson', 'Văn thư xã Yên Sơn', 'Đảng bộ huyện Yên Sơn']
const objection = (password: string) => passwordObjections(password, names)[0]?.code

test('a long password of one’s own words is welcome, with or without digits and signs', () => {
  for (const password of [
    'mật khẩu của riêng tôi',
    'mật khẩu đủ dài',
    'sáng nay trời mưa lất phất',
    'correct horse battery staple',
    'k7w-m2qx-84hd',
    'Cá rô phi kho tộ',
  ])
    expect({ password, why: objection(password) }).toEqual({ password, why: undefined })
})

test('twelve signs are the least, two hundred the most, and a letter with its marks is one sign', () => {
  expect(objection('trời mưa to!')).toBeUndefined()
  expect(objection('trời mưa t!')).toBe('password-too-short')
  expect(objection('ồ ề ậ ữ ợ ộ'.normalize('NFD'))).toBe('password-too-short')
  expect(objection('lá chuối '.repeat(23))).toBe('password-too-long')
})

test('what everybody takes is refused, in Vietnamese habit, too', () => {
  for (const password of [
    'matkhau123456',
    'Mật khẩu 12345',
    'MatKhau@2026!',
    'm4tkh4u123456',
    'P@ssw0rd2026',
    'password1234',
    '123456789012',
    '12345678aA@@',
    'qwertyuiop12',
    '1qaz2wsx3edc',
    'aaaaaaaaaaaa1',
    'abcabcabcabc',
    'anhyeuem2025',
    'Vietnam@123456',
    'quantri@hethong1',
    '079123456789',
    '0912345678901',
    'cá rô leo cau ngày mưa',
    'manchesterunited',
    'christopher1',
    'Liverpool@2025',
    'iloveyouforever',
    'khongbietgi123',
    'chocolate123!',
  ])
    expect({ password, why: objection(password) }).toEqual({ password, why: 'password-too-common' })
})

test('one’s own name, the unit’s name and a year are refused', () => {
  for (const password of ['xayenson2025', 'YenSon@2026!!', 'huyenyenson2025', 'Yên Sơn Yên Sơn', 'vanthu.yenson1'])
    expect({ password, why: objection(password) }).toEqual({ password, why: 'password-has-name' })
})

test('a sentence that only mentions the unit is welcome', () => {
  expect(objection('Yên Sơn có cây đa đầu làng')).toBeUndefined()
})
