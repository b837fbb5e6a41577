import { describe, expect, test } from 'vitest'
import { certificateNumber, checkCodeOf, issueObjections, readCheckCode, shownCode } from './certificate.ts'

const code = checkCodeOf(Uint8Array.from([7, 200, 31, 0, 19, 88, 255, 42, 3]))
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

describe('the check code', () => {
  test('is ten signs of which none is read for another', () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
    expect(shownCode(code)).toMatch(/^.{5}-.{5}$/)
  })

  test('is read as people write it', () => {
    expect(readCheckCode(` ${shownCode(code).toLowerCase()} `)).toBe(code)
    const withOne = checkCodeOf(Uint8Array.from([1, 0, 1, 0, 1, 0, 1, 0, 1]))
    expect(readCheckCode(withOne.replaceAll('1', 'l').replaceAll('0', 'o'))).toBe(withOne)
    for (const wrong of ['', 'K7M2Q', `${code}0`, code.replace(/.$/, 'U'), '<script>']) expect(readCheckCode(wrong)).toBeNull()
  })

  test('one sign misread, or two neighbours changed about, is always noticed', () => {
    for (let at = 0; at < code.length; at++) {
      for (const sign of signs) {
        const misread = code.slice(0, at) + sign + code.slice(at + 1)
        expect(readCheckCode(misread) === null).toBe(misread !== code)
      }
      const [one = '', other = ''] = code.slice(at, at + 2)
      const turned = code.slice(0, at) + other + one + code.slice(at + 2)
      if (other && turned !== code) expect(readCheckCode(turned)).toBeNull()
    }
  })
})

test('a pattern is filled with the number of the register and the year', () => {
  expect(certificateNumber('{số}/{năm}/CN-TTCT', 12, 2026)).toBe('12/2026/CN-TTCT')
})

test('only who completed the class and has none is given a certificate, on a day that has come', () => {
  const given = { issuedOn: '2026-03-20', expiresOn: null, pattern: '{số}/{năm}' }
  const one = { name: 'Lê Văn Ánh', state: 'completed' as const, stateOn: '2026-03-10', hasCertificate: false }
  const codes = (over: object, who: object[], today = '2026-04-01') =>
    issueObjections(
      { ...given, ...over },
      who.map((other) => ({ ...one, ...other })),
      today,
    ).map((objection) => objection.code)
  expect(codes({}, [{}])).toEqual([])
  expect(codes({}, [])).toEqual(['nobody-to-certify'])
  expect(codes({}, [{ state: 'deferred' }, { hasCertificate: true }])).toEqual(['not-completed', 'certificate-issued'])
  expect(codes({ issuedOn: '2026-03-09' }, [{}])).toEqual(['certificate-before-result'])
  expect(codes({ pattern: '12', expiresOn: '2026-03-20' }, [{}], '2026-03-01')).toEqual([
    'certificate-in-future',
    'end-before-start',
    'pattern-without-number',
  ])
})
