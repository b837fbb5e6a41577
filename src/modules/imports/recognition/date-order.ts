import type { ColumnRole, Warning } from '../candidate.ts'
import type { RowReader } from './row-reader.ts'

type Seen = { serials: number[]; texts: number[]; place: Warning['place'] }

const roles: readonly ColumnRole[] = ['birth', 'birth.male', 'birth.female', 'partyJoinedOn', 'partyFullOn', 'decisionOn', 'from', 'to']
const enough = 8

/** Watches whole columns of dates: an American Excel swaps day and month without a sign in any single cell. */
export class DateOrderWatch {
  #seen = new Map<ColumnRole, Seen>()

  look(reader: RowReader): void {
    for (const role of roles) {
      const cell = reader.cells.get(role)
      if (cell === undefined) continue
      const seen = this.#seen.get(role) ?? { serials: [], texts: [], place: cell.place }
      this.#seen.set(role, seen)
      if (cell.value instanceof Date) seen.serials.push(cell.value.getUTCDate())
      else if (/^\d{1,2}\D\d{1,2}\D\d{4}$/.test(cell.text)) seen.texts.push(Number(/^\d+/.exec(cell.text)?.[0]))
    }
  }

  /** Real dates all in the first twelve days while texts are all beyond them: Excel took for dates what it could, swapped. */
  warnings(): Warning[] {
    return [...this.#seen].flatMap(([, { serials, texts, place }]): Warning[] => {
      const areSerialsEarly = serials.every((day) => day <= 12)
      if (serials.length >= 3 && texts.length >= 3 && areSerialsEarly && texts.every((day) => day > 12))
        return [{ code: 'day-month-swapped', place }]
      const all = [...serials, ...texts]
      return all.length >= enough && all.every((day) => day <= 12) ? [{ code: 'day-month-unclear', place }] : []
    })
  }
}
