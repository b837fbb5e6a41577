import type { FactsKind } from './file.contract.ts'

/** The tables a person's file is read from, in the order of the file. */
export const factTables: Record<FactsKind, { table: string; isTimeless?: true }> = {
  profiles: { table: 'people.profile', isTimeless: true },
  identities: { table: 'people.identity' },
  assignments: { table: 'people.assignment' },
  memberships: { table: 'people.membership' },
  qualifications: { table: 'qualifications.qualification' },
  ratings: { table: 'evaluation.rating' },
  sendings: { table: 'training.sending' },
  enrolments: { table: 'training.enrolment' },
  certificates: { table: 'training.certificate' },
  secondments: { table: 'movements.secondment' },
}

export const factKinds = Object.keys(factTables) as FactsKind[]
