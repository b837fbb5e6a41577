import { retirementAge, retirementOf } from '#law/retirement.ts'
import { addMonths } from '#lib/days.ts'
import { fromIso } from '#lib/partial-date.ts'

/** The age, in years, that one has who retires in the month of the day: 61.5 is 61 years and 6 months. */
export function retirementLine(sex: 'male' | 'female', day: string): number {
  const month = day.slice(0, 7)
  for (let age = 50 * 12; age <= 65 * 12; age++) {
    const birth = fromIso(addMonths(`${month}-01`, -age).slice(0, 7))
    if (birth && retirementOf(birth, sex).month <= month) return inYears(retirementAge(birth, sex))
  }
  return sex === 'male' ? 62 : 60 // The law's last ages; not reached by the table above.
}

function inYears({ years, months }: { years: number; months: number }): number {
  return years + months / 12
}
