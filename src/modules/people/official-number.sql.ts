import type { Db } from '#db/connect.ts'

/** The person who has this official's number now. */
export async function personOfNumber(db: Db, number: string): Promise<string | null> {
  const claim = await db
    .selectFrom('people.identity_claim')
    .select('person_id')
    .where('kind', '=', 'official')
    .where('number', '=', number)
    .executeTakeFirst()
  return claim?.person_id ?? null
}
