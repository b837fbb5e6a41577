import type { PartialDate } from '#lib/partial-date.ts'
import { readDate } from '#lib/read-date.ts'

export type Period = { from: PartialDate; to: PartialDate | null }

const date = String.raw`(?:\d{1,2}\s*[/.\-]\s*)?\d{1,2}\s*[/.\-]\s*\d{4}`

/** '10/2018 - 4/2020', 'từ 5/3/2018 đến 9/3/2018', '05-09/3/2018', '2018 - 2020', '3 ngày, từ 05/3/2018'. Null when it names no time. */
export function readPeriod(written: string): Period | null {
  const text = written
    .normalize('NFC')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/giu, '$1/$2/$3')
    .replace(/(?<!\p{L})t(?:\.|h\.?)?\s?(?=\d{1,2}\s*[/.-]\s*\d{4})/giu, '')
    .replace(/tháng\s+(\d{1,2})\s+năm\s+(\d{4})/giu, '$1/$2')
  return twoDates(text) ?? sharedYear(text) ?? sharedMonth(text) ?? twoYears(text) ?? oneDate(text)
}

function twoDates(text: string): Period | null {
  const found = new RegExp(`(${date})\\s*(?:-|–|đến|tới)?\\s*(?:hết\\s*)?(?:ngày|tháng)?\\s*(${date})`, 'iu').exec(text)
  return found === null ? null : period(found[1], found[2])
}

/** '05-09/3/2018' and 'từ ngày 5 đến 9/3/2018'. */
function sharedMonth(text: string): Period | null {
  const found = /(\d{1,2})\s*(?:-|đến(?:\s+ngày)?)\s*(\d{1,2})\s*\/\s*(\d{1,2})\s*\/\s*(\d{4})/iu.exec(text)
  return found === null ? null : period(`${found[1]}/${found[3]}/${found[4]}`, `${found[2]}/${found[3]}/${found[4]}`)
}

/** '28/2 - 04/3/2018'. */
function sharedYear(text: string): Period | null {
  const found = /(\d{1,2}\s*\/\s*\d{1,2})\s*(?:-|đến(?:\s+ngày)?)\s*(\d{1,2}\s*\/\s*\d{1,2}\s*\/\s*(\d{4}))/iu.exec(text)
  return found === null ? null : period(`${found[1]}/${found[3]}`, found[2])
}

function twoYears(text: string): Period | null {
  const found = /\b((?:19|20)\d\d)\s*(?:-|đến)\s*((?:19|20)\d\d)\b/iu.exec(text)
  return found === null ? null : period(found[1], found[2])
}

function oneDate(text: string): Period | null {
  const found = new RegExp(`${date}|\\b(?:19|20)\\d\\d\\b`).exec(text)
  return found === null ? null : period(found[0], undefined)
}

function period(from: string | undefined, to: string | undefined): Period | null {
  const start = from === undefined ? null : readDate(from)
  if (start === null) return null
  return { from: start.date, to: to === undefined ? null : (readDate(to)?.date ?? null) }
}
