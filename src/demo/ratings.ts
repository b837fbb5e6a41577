import type { RatingGrade } from '#law/ratings.ts'
import { dayOf } from './calendar.ts'
import { issuerOf, issuerOfCommune } from './career-facts.ts'
import { type Official, type Spell, spellOn } from './careers.ts'
import { communeAfter } from './end-of-district.ts'
import type { Journal } from './journal.ts'
import type { Issuer, Register } from './papers.ts'
import type { Random } from './random.ts'

const years = [2021, 2022, 2023, 2024, 2025] as const
const order: readonly RatingGrade[] = ['HTXS', 'HTT', 'HT', 'KHT']

/** Rates everybody who served half a year of it, each December, by a paper of whoever answers for the post. */
export function enterRatings(journal: Journal, register: Register, random: Random, officials: readonly Official[]): void {
  for (const official of officials) {
    const usual = random.weighted([
      [0, 12],
      [1, 74],
      [2, 14],
    ])
    for (const year of years) {
      const spell = spellOn(official, dayOf(year, 12, 1))
      const since = official.spells[0]?.from ?? ''
      if (!spell || since > dayOf(year, 6, 1)) continue
      const paper = register.paper(
        raterOf(spell, year),
        dayOf(year, 12, 11),
        'recognition',
        `Công nhận kết quả đánh giá, xếp loại chất lượng năm ${year}`,
      )
      const grade = order[random.chance(0.01) ? 3 : random.chance(0.2) ? 1 : usual] ?? 'HTT'
      journal.record('rating', paper.issuedOn, { personId: official.person.personId, year, grade }, { paper })
    }
  }
}

/** The commune, since there is no district; its committee signs for its schools, too. */
function raterOf(spell: Spell, year: number): Issuer {
  const { commune, key } = spell.site
  return year < 2025 ? issuerOf(spell) : issuerOfCommune(commune ? communeAfter(commune) : key, false)
}
