import { monthsToRetirement } from '#law/retirement.ts'
import { addMonths } from '#lib/days.ts'

const youngest = 50 * 12
const oldest = 65 * 12

/** The age, in years and twelfths, at which those who retire on this day retire: the line across a pyramid of ages. */
export function retirementLine(on: string): { male: number; female: number } {
  return { male: ageFor('male', on), female: ageFor('female', on) }
}

function ageFor(sex: 'male' | 'female', on: string): number {
  for (let months = youngest; months < oldest; months++) {
    const [y, m] = addMonths(on, -months).split('-').map(Number)
    if (y !== undefined && m !== undefined && monthsToRetirement({ y, m }, sex, on) <= 0) return months / 12
  }
  return oldest / 12
}
