/**
 * Where a table's rows stand when the database is spread over machines: 'person' by `person_id`, beside everything else about
 * that person; 'reference' whole on every machine; 'local' on the first machine only.
 */
export type Place = 'person' | 'reference' | 'local'

export const placement: Record<string, Place> = {
  'people.person': 'person',
  'people.profile': 'person',
  'people.identity': 'person',
  'people.assignment': 'person',
  'people.membership': 'person',
  'qualifications.qualification': 'person',
  'training.sending': 'person',
  'training.enrolment': 'person',
  'training.need_claim': 'person',
  'training.proposal_seat': 'person',
  'training.nomination': 'person',
  'training.attendance': 'person',
  'training.certificate': 'person',
  'training.commitment': 'person',
  'training.repayment': 'person',
  'evaluation.rating': 'person',
  'movements.secondment': 'person',
  'statistics.submission_person': 'person',

  // Whose a number is must be known without the person; so must which files were one.
  'people.identity_claim': 'reference',
  'people.merge': 'reference',
  'people.name': 'reference',
  'organisation.unit': 'reference',
  'organisation.unit_version': 'reference',
  'organisation.unit_code': 'reference',
  'organisation.unit_parent': 'reference',
  'organisation.closure': 'reference',
  'organisation.reach': 'reference',
  'organisation.succession': 'reference',
  'organisation.reorganisation': 'reference',
  'organisation.title': 'reference',
  'organisation.authority': 'reference',
  'decisions.file': 'reference',
  'decisions.decision': 'reference',
  'qualifications.accepted_field': 'reference',
  'training.class': 'reference',
  'training.class_version': 'reference',
  'training.class_seat': 'reference',
  'training.class_session': 'reference',
  'training.board': 'reference',
  'training.certificate_code': 'reference',
  'training.plan': 'reference',
  'training.plan_line': 'reference',
  'training.plan_cost': 'reference',
  'training.plan_seat': 'reference',
  'training.spending': 'reference',
  'training.proposal': 'reference',
  'qualifications.standard': 'reference',
  'qualifications.post_weight': 'reference',
  'statistics.submission': 'reference',

  'training.feedback': 'local',
  'decisions.template': 'local',
  'public.migration': 'local',
  'public.app_login': 'local',
  'people.scope_day': 'local',
  'audit.entry': 'local',
  'audit.head': 'local',
  'audit.day_seal': 'local',
  'audit.backup': 'local',
  'access.account': 'local',
  'access.role_grant': 'local',
  'access.session': 'local',
  'access.sign_on': 'local',
  'access.sign_on_return': 'local',
  'access.attempt': 'local',
  'access.known_address': 'local',
  'access.second_factor': 'local',
  'access.recovery_code': 'local',
  'access.policy': 'local',
  'imports.run': 'local',
  'imports.row': 'local',
  'imports.choice': 'local',
  'imports.correction': 'local',
  'imports.mapping': 'local',
  'imports.progress': 'local',
}

/** The tables whose every row is about one person, and the column that names the person: those that row security guards by `scope`. */
export const personBound: readonly { table: string; person: string }[] = [
  ...Object.keys(placement)
    .filter((table) => placement[table] === 'person')
    .map((table) => ({ table, person: 'person_id' })),
  { table: 'people.identity_claim', person: 'person_id' },
  { table: 'training.certificate_code', person: 'person_id' },
  { table: 'people.merge', person: 'kept_id' },
]

/** Facts that say where a person serves or belongs; from them a person's scope follows. */
export const ties: readonly string[] = ['people.assignment', 'people.membership']

/** Tables from which it follows which unit stands under which. */
export const unitPlaces: readonly string[] = ['organisation.closure', 'organisation.unit_version', 'organisation.unit_parent']
