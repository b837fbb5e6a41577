import { lowDay } from '#lib/partial-date.ts'
import type { Candidate, Gist, ReadRow, Refused, SheetNote, UnitReading, Warning } from './candidate.ts'
import type { Step } from './recognition/recognise.ts'

/** Puts the steps of a reading together: one row for all that is said of one row of the file, and beside them what is said of the whole. */
export class RowGatherer {
  sheets: SheetNote[] = []
  warnings: Warning[] = []
  #units = new Map<string, UnitReading>()
  #days = new Set<string>()
  #open: { sheet: string; row: number; candidates: Candidate[]; refused: Refused[] } | null = null

  /** Takes a step; gives the rows that are complete by it. */
  take(step: Step): ReadRow[] {
    if ('sheet' in step) this.sheets.push(step.sheet)
    else if ('warning' in step) this.warnings.push(step.warning)
    else if ('candidate' in step) return this.#add(step.candidate, step.candidate, [])
    else if (step.refused[0]) return this.#add(step.refused[0], null, step.refused)
    return []
  }

  /** The last row. */
  end(): ReadRow[] {
    const open = this.#open
    this.#open = null
    if (!open) return []
    const { sheet, row, candidates, refused } = open
    // One error keeps the whole row out.
    if (refused.length > 0) return [{ candidate: { of: 'person', sheet, row, fields: {}, warnings: [] }, refused }]
    for (const candidate of candidates) this.#note(candidate)
    return candidates.map((candidate) => ({ candidate, refused: [] }))
  }

  gist(): Gist {
    return { units: [...this.#units.values()], days: [...this.#days] }
  }

  #add({ sheet, row }: { sheet: string; row: number }, candidate: Candidate | null, refused: Refused[]): ReadRow[] {
    const isSame = this.#open?.sheet === sheet && this.#open.row === row
    const complete = isSame ? [] : this.end()
    this.#open ??= { sheet, row, candidates: [], refused: [] }
    if (candidate) this.#open.candidates.push(candidate)
    this.#open.refused.push(...refused)
    return complete
  }

  #note({ fields }: Candidate): void {
    if (fields.unit && !this.#units.has(fields.unit.value.text)) this.#units.set(fields.unit.value.text, fields.unit.value)
    for (const date of [fields.decisionOn, fields.from]) if (date) this.#days.add(lowDay(date.value))
  }
}
