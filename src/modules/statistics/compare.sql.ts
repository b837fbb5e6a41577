import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Moved } from './compare.ts'
import type { FormDefinition } from './form.ts'
import { placedTimes } from './form-compile.sql.ts'
import type { Basis } from './source/participations.sql.ts'
import type { Question } from './source/question.sql.ts'
import { frozenTimes } from './submission.sql.ts'

const where = sql`person_id, programme, audience, leader, women, minority`

/** Who is counted in another place, or only on one side, since the form was submitted. */
export async function movedSince(db: Db, submissionId: string, form: FormDefinition, question: Question, basis: Basis): Promise<Moved[]> {
  return moved(db, submissionId, placedTimes(form, question, basis))
}

/** The same between two submissions. */
export async function movedBetween(db: Db, submissionId: string, laterId: string): Promise<Moved[]> {
  return moved(
    db,
    submissionId,
    sql`with placed as (${frozenTimes(laterId)}
)`,
  )
}

async function moved(db: Db, submissionId: string, placed: RawBuilder<unknown>): Promise<Moved[]> {
  const { rows } = await sql<Moved>`${placed}, before as (${frozenTimes(submissionId)}
), one as (select ${where} from before where is_latest
), other as (select ${where} from placed where is_latest
), differ as (
  select 'went' as side, * from (select * from one except select * from other) w
  union all
  select 'came', * from (select * from other except select * from one) c
)
select d.*, coalesce(p.full_name, '') as name
from differ d left join people.profile p on p.person_id = d.person_id and upper_inf(p.recorded)
order by p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu", d.person_id`.execute(db)
  return rows
}
