import { cleanText } from '#lib/vietnamese-names.ts'
import type { Refusal } from '#server/refusal.ts'
import { englishName, kindOfName, kindOfText } from './kind-of-name.ts'
import { kindOfUnit, type UnitKind } from './unit-kind.ts'
import { unitKey } from './unit-name.ts'

/** One unit of a tree being entered; `parent` is its place in the list, null for those right below the authority. */
export type DraftUnit = { nameVi: string; nameEn: string; kind: UnitKind; code: string | null; parent: number | null }
export type Draft = { units: DraftUnit[]; problems: Refusal[] }

/** Reads a list in which what stands further in lies below: 'Xã Tứ Quận | 02464', indented by spaces, tabs or dashes. */
export function draftOfText(text: string): Draft {
  const lines = text
    .split(/\r?\n/)
    .map((line, at) => ({ line, at: at + 1 }))
    .filter(({ line }) => cleanText(line.replaceAll(/[-–•*|\s]/g, '')) !== '')
  const open: { depth: number; index: number }[] = []
  const units: DraftUnit[] = []
  for (const { line } of lines) {
    const depth = depthOf(line)
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop()
    const [name = '', code = ''] = line
      .replace(/^[\s\-–•*]+/, '')
      .split('|')
      .map(cleanText)
    units.push(draftUnit(name, kindOfName(name), code, open.at(-1)?.index ?? null))
    open.push({ depth, index: units.length - 1 })
  }
  return { units, problems: doubles(units) }
}

/** A tab counts as four spaces, a dash as two. */
function depthOf(line: string): number {
  const lead = /^[\s\-–•*]*/.exec(line)?.[0] ?? ''
  return [...lead].reduce((depth, sign) => depth + (sign === '\t' ? 4 : sign === ' ' || sign === '\u00A0' ? 1 : 2), 0)
}

export type TableRow = { row: number; name: string; kind: string; above: string; code: string }

/** Reads rows of a workbook, where 'Thuộc' names the unit above; nothing there means the authority itself. */
export function draftOfTable(rows: TableRow[]): Draft {
  const named = rows.filter((row) => cleanText(row.name) !== '')
  const places = new Map(named.map((row, index) => [unitKey(row.name), index]))
  const problems: Refusal[] = []
  const units = named.map((row) => {
    const above = cleanText(row.above)
    const parent = above === '' ? null : places.get(unitKey(above))
    const kind = cleanText(row.kind) === '' ? kindOfName(row.name) : kindOfText(row.kind)
    if (parent === undefined) problems.push({ code: 'draft-parent-unknown', row: row.row, name: cleanText(row.name), parent: above })
    if (kind === null) problems.push({ code: 'draft-kind-unknown', row: row.row, name: cleanText(row.name), kind: row.kind })
    return draftUnit(cleanText(row.name), kind ?? 'other_body', cleanText(row.code), parent ?? null)
  })
  return { units, problems: [...problems, ...doubles(units), ...circles(units)] }
}

function draftUnit(nameVi: string, kind: UnitKind, code: string, parent: number | null): DraftUnit {
  return { nameVi, nameEn: englishName(nameVi, kind), kind, code: code === '' ? null : withZeros(code, kind), parent }
}

const digits = { province: 2, district: 3, commune: 5 }

/** Excel eats the zeros that codes begin with: 2464 of a commune is 02464. */
function withZeros(code: string, kind: UnitKind): string {
  const level = kindOfUnit(kind).level
  return level === null || level === 'hamlet' || !/^\d+$/.test(code) ? code : code.padStart(digits[level], '0')
}

/** The same name twice below one unit, or the same code twice, is a slip of the pen. */
function doubles(units: DraftUnit[]): Refusal[] {
  const names = units.map((unit) => `${unit.parent ?? ''} ${unitKey(unit.nameVi)}`)
  const codes = units.map((unit) => unit.code)
  return [
    ...units
      .filter((_, index) => names.indexOf(names[index] ?? '') !== index)
      .map((unit) => ({ code: 'draft-name-twice', name: unit.nameVi })),
    ...units
      .filter((unit, index) => unit.code !== null && codes.indexOf(unit.code) !== index)
      .map((unit) => ({ code: 'draft-code-twice', name: unit.nameVi, value: unit.code })),
  ]
}

function circles(units: DraftUnit[]): Refusal[] {
  return units.flatMap((unit, index) => {
    let above = unit.parent
    for (let steps = 0; above !== null && above !== index && steps < units.length; steps++) above = units[above]?.parent ?? null
    return above === index ? [{ code: 'draft-circle', name: unit.nameVi }] : []
  })
}
