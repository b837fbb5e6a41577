import type { Question } from '../measure.ts'

const kinds = ['assignments', 'memberships', 'qualifications', 'sendings', 'enrolments', 'secondments'] as const
const tables: Record<(typeof kinds)[number] | 'profiles' | 'identities', string> = {
  profiles: 'people.profile',
  identities: 'people.identity',
  assignments: 'people.assignment',
  memberships: 'people.membership',
  qualifications: 'qualifications.qualification',
  sendings: 'training.sending',
  enrolments: 'training.enrolment',
  secondments: 'movements.secondment',
}

/** Everything recorded about one person, each fact with its paper, its units by their names and its class by its title. */
export function personFile(personIds: string[]): Question {
  return {
    question: "a person's file",
    as: 'commune',
    variants: personIds.map((id) => ({ path: `/api/people/${id}`, values: [id] })),
    statement,
    told: (answer) => kinds.map((kind) => `${kind} ${(answer as { facts: Record<string, unknown[]> }).facts[kind]?.length ?? 0}`),
    found: ([row]) => kinds.map((kind) => `${kind} ${(row?.[kind] as unknown[] | null)?.length ?? 0}`),
  }
}

const statement = `select ${Object.entries(tables)
  .map(
    ([kind, table]) => `(
  select jsonb_agg(to_jsonb(f) || jsonb_build_object('paper', d.code, 'entered_by', e.actor${kind === 'enrolments' ? ", 'class', c.title" : ''}))
  from ${table} f
  left join decisions.decision d on d.id = f.decision_id
  left join audit.entry e on e.id = f.entry_id
  ${kind === 'enrolments' ? 'left join training.class_version c on c.class_id = f.class_id and upper_inf(c.recorded)' : ''}
  where f.person_id = $1) as ${kind}`,
  )
  .join(', ')}, (
  select jsonb_agg(distinct v.name_vi) from organisation.unit_version v where upper_inf(v.recorded) and v.unit_id in (
    select unit_id from people.tie where person_id = $1 union select unit_id from training.sending where person_id = $1
    union select unit_id from training.enrolment where person_id = $1 union select host_unit_id from movements.secondment where person_id = $1)) as units`
