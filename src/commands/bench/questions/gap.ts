import type { Question } from '../measure.ts'

/** What the posts of a unit ask and their holders lack, beside the plain count of those holders: the least that one must read. */
export function gap(question: string, as: Question['as'], unitId: string, by: 'post' | 'unit' = 'post'): Question {
  return {
    question,
    as,
    variants: [{ path: `/api/gap?unit=${unitId}&by=${by}`, values: [unitId] }],
    statement: `
      select count(distinct a.person_id)::int as total from people.assignment a
      where upper_inf(a.recorded) and a.held @> current_date and a.kind in ('main', 'concurrent', 'acting')
        and a.unit_id in (select descendant_id from organisation.closure where ancestor_id = $1 and upper_inf(recorded) and held @> current_date)`,
    told: (answer) => {
      const { people, unmeasured } = answer as { people: { required: number }; unmeasured: number }
      return people.required + unmeasured
    },
    found: ([row]) => row?.['total'],
  }
}
