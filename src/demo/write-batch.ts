import type { Db, Tx } from '#db/connect.ts'
import { closeFacts } from '#db/facts.ts'
import type { FactKeeper } from '#db/keeper.ts'
import { settleScopes } from '#db/scope.ts'
import { addDecisions } from '#modules/decisions/decision.sql.ts'
import { setWithdrawn } from '#modules/decisions/register.sql.ts'
import { recordRatings } from '#modules/evaluation/rating.sql.ts'
import { recordSecondments } from '#modules/movements/secondment.sql.ts'
import { recordAssignments, recordMemberships } from '#modules/people/assignment.sql.ts'
import { recordIdentities } from '#modules/people/identity.sql.ts'
import { addPeople, recordProfiles } from '#modules/people/person.sql.ts'
import { recordQualifications } from '#modules/qualifications/qualification.sql.ts'
import { addClasses, recordEnrolments } from '#modules/training/class.sql.ts'
import { recordSendings } from '#modules/training/sending.sql.ts'
import type { Batch, Kept, Rows, TableName } from './journal.ts'
import type { Paper } from './papers.ts'

const factTables = {
  profile: 'people.profile',
  identity: 'people.identity',
  assignment: 'people.assignment',
  membership: 'people.membership',
  qualification: 'qualifications.qualification',
  rating: 'evaluation.rating',
  sending: 'training.sending',
  class: 'training.class_version',
  enrolment: 'training.enrolment',
  secondment: 'movements.secondment',
} as const satisfies Record<TableName, string>

const writers: { [T in TableName]: (tx: Tx, rows: Rows[T][]) => Promise<string[]> } = {
  profile: recordProfiles,
  identity: recordIdentities,
  assignment: recordAssignments,
  membership: recordMemberships,
  qualification: recordQualifications,
  rating: recordRatings,
  sending: recordSendings,
  class: addClasses,
  enrolment: recordEnrolments,
  secondment: recordSecondments,
}

/** What a reorganisation must find done: papers, and the posts it ends, ended. */
export async function writeEnds(tx: Tx, batch: Batch): Promise<void> {
  await addDecisions(tx, batch.papers.map(decisionOf))
  await writeClosings(tx, batch)
  await writeRecords(
    tx,
    'assignment',
    batch.records.assignment.filter((kept) => isEnding(kept, batch)),
  )
}

/** Everything of the batch in the order in which one thing needs another; after `writeEnds` what that left. */
export async function writeBatch(tx: Tx, batch: Batch, keepers: readonly FactKeeper[]): Promise<void> {
  if (!batch.reorganisation) {
    await addDecisions(tx, batch.papers.map(decisionOf))
    await writeClosings(tx, batch)
  }
  await addPeople(tx, batch.people)
  const posts = batch.reorganisation ? batch.records.assignment.filter((kept) => !isEnding(kept, batch)) : batch.records.assignment
  await writeRecords(tx, 'assignment', posts)
  await writeRecords(tx, 'membership', batch.records.membership)
  await settleScopes(tx)
  await writeRecords(tx, 'identity', batch.records.identity)
  await writeRecords(tx, 'qualification', batch.records.qualification)
  await writeRecords(tx, 'rating', batch.records.rating)
  await writeRecords(tx, 'sending', batch.records.sending)
  await writeRecords(tx, 'class', batch.records.class)
  await writeRecords(tx, 'enrolment', batch.records.enrolment)
  await writeRecords(tx, 'secondment', batch.records.secondment)
  await correctProfiles(tx, batch)
  for (const one of batch.withdrawals) await withdraw(tx, one, keepers)
}

function isEnding({ row }: Kept<'assignment'>, { reorganisation }: Batch): boolean {
  return reorganisation !== null && row.from < reorganisation.on
}

async function writeRecords<T extends TableName>(tx: Tx, table: T, records: Kept<T>[]): Promise<void> {
  const ids = await writers[table](
    tx,
    records.map(({ row }) => row),
  )
  records.forEach((kept, at) => {
    const id = ids[at]
    if (id) kept.id = id
  })
}

async function writeClosings(tx: Tx, { closings }: Batch): Promise<void> {
  const groups = Map.groupBy(closings, ({ kept, why }) => `${kept.table} ${why}`)
  for (const group of groups.values()) {
    const [first] = group
    if (first)
      await closeFacts(
        tx,
        factTables[first.kept.table],
        group.flatMap(({ kept }) => kept.id ?? []),
        first.why,
      )
  }
}

async function correctProfiles(tx: Tx, { corrections }: Batch): Promise<void> {
  if (corrections.length === 0) return
  const known = await knownProfiles(
    tx,
    corrections.map(({ personId }) => personId),
  )
  await closeFacts(tx, 'people.profile', known, 'corrected')
  await recordProfiles(tx, corrections)
}

async function knownProfiles(db: Db, personIds: string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('people.profile')
    .select('id')
    .where('person_id', 'in', personIds)
    .where('closed_entry_id', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

async function withdraw(tx: Tx, { paper, on, why, by }: Batch['withdrawals'][number], keepers: readonly FactKeeper[]): Promise<void> {
  await setWithdrawn(tx, paper.id, { on, why, by: by.id })
  for (const keeper of keepers) await keeper.close(tx, await keeper.idsOfDecision(tx, paper.id), 'withdrawn')
}

function decisionOf({ id, code, kind, issuedOn, issuer, signer, subject }: Paper) {
  return { id, code, kind, issuedOn, issuer: issuer.name, issuerUnitId: issuer.unit, signer, signerTitle: issuer.signerTitle, subject }
}
