import { expect, test } from 'vitest'
import type { Signature } from './paper-data.ts'
import { basisText, bodyText, codeText, dateText, deciderOf, ended, onSubject, powerLines } from './paper-words.ts'

const signer: Signature = { authority: null, of: null, second: null, title: 'Chủ tịch', name: 'Lò Văn An' }
const issuer = 'Ủy ban nhân dân xã Yên Sơn'

test.each([
  ['2026-01-05', 'ngày 05 tháng 01 năm 2026'],
  ['2026-02-28', 'ngày 28 tháng 02 năm 2026'],
  ['2026-03-01', 'ngày 01 tháng 3 năm 2026'],
  ['2026-12-31', 'ngày 31 tháng 12 năm 2026'],
])('%s is written %s', (day, text) => {
  expect(dateText(day, 2026)).toBe(text)
})

test('a paper without a number keeps room before the sign of its family', () => {
  expect(codeText({ code: null, symbol: 'QĐ-UBND' }, 'state').trim()).toBe('/QĐ-UBND')
  expect(codeText({ code: null, symbol: 'QĐ/ĐU' }, 'party').trim()).toBe('-QĐ/ĐU')
  expect(codeText({ code: '05/QĐ-UBND', symbol: '' }, 'state')).toBe('05/QĐ-UBND')
})

test.each([
  ['Cử cán bộ đi học', 'cử cán bộ đi học'],
  ['Về việc cử cán bộ đi học', 'cử cán bộ đi học'],
  ['V/v Cử cán bộ', 'cử cán bộ'],
  ['UBND xã mở lớp', 'UBND xã mở lớp'],
])("the subject '%s' follows 'Về việc' as '%s'", (subject, text) => {
  expect(onSubject(subject)).toBe(text)
})

test('bases and recipients end by one sign each and the last by another, whatever was typed', () => {
  expect(ended(['Như Điều 3', 'Sở Nội vụ;', ' ', 'Lưu: VT.'], ';', '.')).toEqual(['Như Điều 3;', 'Sở Nội vụ;', 'Lưu: VT.'])
  expect(['Nghị định số 171/2025/NĐ-CP', 'Xét đề nghị của Ban Tổ chức', 'căn cứ Luật'].map(basisText)).toEqual([
    'Căn cứ Nghị định số 171/2025/NĐ-CP',
    'Xét đề nghị của Ban Tổ chức',
    'căn cứ Luật',
  ])
})

test('the lines of power, and who decides where the paper does not say', () => {
  const together: Signature = { ...signer, authority: 'TM.', of: 'Ủy ban nhân dân', second: 'KT. Chủ tịch', title: 'Phó Chủ tịch' }
  const deputy: Signature = { ...signer, authority: 'KT.', of: 'Chủ tịch', title: 'Phó Chủ tịch' }
  const party: Signature = { ...signer, authority: 'T/M', of: 'Ban Thường vụ', title: 'Bí thư' }

  expect(powerLines(together)).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'])
  expect(powerLines(signer)).toEqual([])
  expect(deciderOf({ issuer, signature: together }, 'state')).toBe(issuer)
  expect(deciderOf({ issuer, signature: deputy }, 'state')).toBe(`Chủ tịch ${issuer}`)
  expect(deciderOf({ issuer, signature: signer }, 'state')).toBe(`Chủ tịch ${issuer}`)
  expect(deciderOf({ issuer: 'Đảng ủy xã Yên Sơn', signature: party }, 'party')).toBe('Ban Thường vụ Đảng ủy xã Yên Sơn')
})

test("a body's name is broken before the place, and leaves no last word alone", () => {
  expect(bodyText(issuer)).toBe('ỦY BAN NHÂN DÂN XÃ\u00A0YÊN\u00A0SƠN')
  expect(bodyText('Sở Nông nghiệp và Môi trường')).toBe('SỞ NÔNG NGHIỆP VÀ MÔI\u00A0TRƯỜNG')
})
