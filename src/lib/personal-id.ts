import { type PartialDate } from './partial-date.ts'

export type PersonalIdWarning = 'id-padded' | 'id-sex-differs' | 'id-birth-differs' | 'id-province-unknown'

export type PersonalId = {
  kind: 'personal' // 12 digits
  id: string
  /** Three digits: where the birth was registered. */
  province: string
  sex: 'male' | 'female'
  birthYear: number
  warnings: PersonalIdWarning[]
}

export type OldId = { kind: 'old'; id: string; warnings: PersonalIdWarning[] }

export type PersonalIdRefusal = { kind: 'refused'; why: 'id-digits-lost' | 'id-not-valid' }

type Known = { birth?: PartialDate | undefined; sex?: 'male' | 'female' | undefined; provinces?: ReadonlySet<string> }

/**
 * The identity number in a cell: 12 digits, or 9 of the old card. Excel eats first zeros: they are given
 * back and said so. Digits lost to 8.08501E+11 cannot come back: refused. There is no check digit, so
 * a disagreement with sex or birth is a warning.
 */
export function readPersonalId(value: string | number, known: Known = {}): PersonalId | OldId | PersonalIdRefusal {
  const text = String(value).trim()
  if (/^\d+(?:[.,]\d+)?e\+?\d+$/i.test(text)) return { kind: 'refused', why: 'id-digits-lost' }
  const digits = text.replace(/^['‘’`]/, '').replace(/[\s.\-\u00A0]/g, '')
  if (!/^\d+$/.test(digits)) return { kind: 'refused', why: 'id-not-valid' }
  // 808501000000: a number whose last half is zeros went through the scientific form once; text has its first zero.
  if (/^[1-9]\d{4,5}0{6}$/.test(digits)) return { kind: 'refused', why: 'id-digits-lost' }
  if (digits.length === 9) return { kind: 'old', id: digits, warnings: [] }
  if (digits.length === 8) return { kind: 'old', id: `0${digits}`, warnings: ['id-padded'] }
  if (digits.length < 10 || digits.length > 12) return { kind: 'refused', why: 'id-not-valid' }
  // What is left of a number that has lost other digits than its first zeros begins with no province.
  const padded = digits.padStart(12, '0')
  if (digits.length < 12 && known.provinces?.has(padded.slice(0, 3)) === false) return { kind: 'refused', why: 'id-not-valid' }
  return checked(padded, digits.length < 12, known)
}

/** What the twelve digits say; centuries: 0, 1 the twentieth, 2, 3 the twenty-first, and so on; odd is female. */
export function personalIdSays(id: string): { province: string; sex: 'male' | 'female'; birthYear: number } {
  const century = Number(id.charAt(3))
  return {
    province: id.slice(0, 3),
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(id.slice(4, 6)),
  }
}

/** 008•••••0037: enough to tell two people apart, too little to use. */
export function maskedId(id: string): string {
  return id.length < 8 ? '•'.repeat(id.length) : `${id.slice(0, 3)}${'•'.repeat(id.length - 7)}${id.slice(-4)}`
}

function checked(id: string, isPadded: boolean, known: Known): PersonalId {
  const says = personalIdSays(id)
  const warnings: PersonalIdWarning[] = []
  if (isPadded) warnings.push('id-padded')
  if (known.provinces !== undefined && !known.provinces.has(says.province)) warnings.push('id-province-unknown')
  if (known.sex !== undefined && known.sex !== says.sex) warnings.push('id-sex-differs')
  if (known.birth !== undefined && known.birth.y !== says.birthYear) warnings.push('id-birth-differs')
  return { kind: 'personal', id, ...says, warnings }
}
