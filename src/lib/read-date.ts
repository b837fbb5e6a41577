import { type PartialDate, partialDate } from './partial-date.ts'

/** A date as read: with what a person should know about the reading. */
export type ReadDate = {
  date: PartialDate
  /** The year had two digits: 00–29 are 2000–2029, 30–99 are 1930–1999. */
  twoDigitYear?: true
  /** Only the American order, month first, makes it a day. */
  swapped?: true
}

export type DateSystem = 1900 | 1904

/** The date in a cell or a text box; null when it is no day, no month and no year. */
export function readDate(value: string | number | Date, system: DateSystem = 1900): ReadDate | null {
  if (value instanceof Date) return dateOf(value)
  if (typeof value === 'number') return numberDate(value, system)
  return textDate(value)
}

/** The day of an Excel serial number. */
export function serialDate(serial: number, system: DateSystem = 1900): PartialDate | null {
  // Excel's 1900 system believes in 29/02/1900: serials after it count one day too many.
  const start = system === 1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30)
  const day = new Date(start + Math.floor(serial) * 86_400_000)
  return partialDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())
}

/** Two digits of a year: 00–29 are 2000–2029, 30–99 are 1930–1999. */
export function fullYear(twoDigits: number): number {
  return twoDigits < 30 ? 2000 + twoDigits : 1900 + twoDigits
}

function dateOf(value: Date): ReadDate | null {
  if (Number.isNaN(value.getTime())) return null
  return read(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate())
}

function numberDate(value: number, system: DateSystem): ReadDate | null {
  if (value < 0) return null
  if (!Number.isInteger(value)) {
    // 5.1985 typed for 05/1985 became a number; a serial with a time of day is larger.
    return value < 13 ? textDate(value.toFixed(4)) : wrap(serialDate(value, system))
  }
  if (value >= 1900 && value <= 2100) return read(value)
  if (value > 2100 && value <= 51_135) return wrap(serialDate(value, system)) // up to the end of 2039
  return digitsDate(String(value))
}

function textDate(text: string): ReadDate | null {
  const plain = text
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/t\d\d:\d\d.*$|\s+\d{1,2}:\d\d.*$/, '')
    .replace(/^(?:sinh\s+)?(?:ngày|ng\.?)\s*/, '')
    .replace(/\s*(?:tháng|thg\.?)\s*/g, '/')
    .replace(/\s*(?:năm)\s*/g, '/')
    .replace(/^sinh\b/, '')
    .replace(/^t(?=\d{1,2}\D)/, '')
    .replace(/\s*[/.,\-\\_…]+\s*/g, '/')
    .replace(/^[/\s]+|[/\s]+$/g, '')
  if (/^\d{1,3}$/.test(plain)) return null
  if (/^\d+$/.test(plain)) return digitsDate(plain)
  const parts = /^(\d{1,4})\/(\d{1,4})(?:\/(\d{1,4}))?$/.exec(plain)
  if (parts === null) return null
  const [first, second, third] = [parts[1] ?? '', parts[2] ?? '', parts[3]]
  return third === undefined ? monthDate(first, second) : dayDate(first, second, third)
}

function monthDate(first: string, second: string): ReadDate | null {
  if (first.length === 4) return read(Number(first), Number(second))
  if (Number(first) === 0 && second.length === 4) return read(Number(second))
  return withYear(second, (year) => partialDate(year, Number(first)))
}

function dayDate(first: string, second: string, third: string): ReadDate | null {
  if (first.length === 4) return read(Number(first), Number(second), Number(third))
  const day = Number(first)
  const month = Number(second)
  return (
    withYear(third, (year) => {
      if (day === 0 && month === 0) return partialDate(year)
      if (day === 0) return partialDate(year, month)
      return partialDate(year, month, day)
    }) ?? swapped(day, month, third)
  )
}

function swapped(month: number, day: number, yearText: string): ReadDate | null {
  if (day <= 12) return null
  const found = withYear(yearText, (year) => partialDate(year, month, day))
  return found === null ? null : { ...found, swapped: true }
}

/** 01051985 is dd/mm/yyyy, 051985 mm/yyyy, 010585 dd/mm/yy, 1985 a year; a number may have lost its first zero. */
function digitsDate(digits: string): ReadDate | null {
  if (digits.length === 4) return read(Number(digits))
  if (digits.length === 5 || digits.length === 7) return digitsDate(`0${digits}`)
  if (digits.length === 8) {
    return (
      read(Number(digits.slice(4)), Number(digits.slice(2, 4)), Number(digits.slice(0, 2))) ??
      read(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)))
    )
  }
  if (digits.length !== 6) return null
  return read(Number(digits.slice(2)), Number(digits.slice(0, 2))) ?? dayDate(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4))
}

function withYear(text: string, dateIn: (year: number) => PartialDate | null): ReadDate | null {
  if (text.length === 4) return wrap(dateIn(Number(text)))
  if (text.length !== 2) return null
  const date = dateIn(fullYear(Number(text)))
  return date === null ? null : { date, twoDigitYear: true }
}

function read(y: number, m?: number, d?: number): ReadDate | null {
  return wrap(partialDate(y, m, d))
}

function wrap(date: PartialDate | null): ReadDate | null {
  return date === null ? null : { date }
}
