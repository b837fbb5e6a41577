import type { Tx } from '#db/connect.ts'
import { period, recordFacts } from '#db/facts.ts'
import { acceptedFieldsOfLists } from '#modules/organisation/accepted-fields.ts'

/** Where an office begins: the fields of study that the code lists accept for each title. Only while none is recorded. */
export async function beginAcceptedFields(tx: Tx): Promise<void> {
  const any = await tx.selectFrom('qualifications.accepted_field').select('id').limit(1).executeTakeFirst()
  if (any) return
  await recordFacts(
    tx,
    'qualifications.accepted_field',
    acceptedFieldsOfLists().map(({ titleCode, fieldCode, from, to }) => ({
      title_code: titleCode,
      field_code: fieldCode,
      held: period(from, to),
    })),
  )
}
