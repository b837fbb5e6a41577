import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { newId } from '#lib/id.ts'

/** One district with its units, so many people, two sendings for each tenth of them and a class with fifty trainees for each hundredth. */
export async function scaleData(db: Db, people: number): Promise<{ root: string; units: string[] }> {
  const root = newId()
  const entry = sql`${newId()}::uuid`
  await sql`truncate people.person, organisation.unit, training.class cascade`.execute(db)
  await sql`insert into organisation.unit (id) values (${root})`.execute(db)
  await sql`insert into organisation.unit (id) select uuidv7() from generate_series(1, 100)`.execute(db)
  await sql`
    insert into organisation.unit_version (unit_id, kind, name_vi, name_en, search, held, recorded, entry_id)
    select id, 'commune', 'Xã ' || row_number() over (), 'Commune', 'xa', '[1990-01-01,)', '[2020-01-01,)', ${entry} from organisation.unit`.execute(
    db,
  )
  await sql`
    insert into organisation.closure select ${root}::uuid, id, 1, '[1990-01-01,)', '[2020-01-01,)' from organisation.unit`.execute(db)
  await sql`insert into people.person (person_id, entry_id, created_at) select uuidv7(), ${entry}, now() from generate_series(1, ${people}::int)`.execute(
    db,
  )
  await sql`
    insert into people.profile (person_id, full_name, family, middle, given, search, sex, recorded, entry_id)
    select person_id, 'Nguyễn Văn ' || substr(person_id::text, 30), 'Nguyễn', 'Văn', substr(person_id::text, 30), '', 'male', '[2020-01-01,)', ${entry} from people.person`.execute(
    db,
  )
  await withNumbers(db, entry)
  for (const table of ['people.profile', 'people.assignment', 'training.sending', 'training.class_version', 'training.enrolment']) {
    await sql`analyze ${sql.table(table)}`.execute(db)
  }
  const { rows } = await sql<{ id: string }>`select id from organisation.unit`.execute(db)
  return { root, units: rows.map(({ id }) => id) }
}

/** Facts spread evenly over persons, units, kinds and the years 2015–2024. */
async function withNumbers(db: Db, entry: ReturnType<typeof sql>): Promise<void> {
  const person = sql`(select person_id, row_number() over (order by person_id) as n from people.person) p`
  const unit = sql`join (select id, row_number() over (order by id) - 1 as m from organisation.unit) u on u.m = p.n % 101`
  const day = sql`(date '2015-01-01' + (p.n * 7 % 3650)::int)`
  await sql`
    insert into people.assignment (person_id, kind, unit_id, title_text, official_kind, held, recorded, entry_id)
    select p.person_id, 'main', u.id, 'Công chức', 'CCX', '[2014-01-01,)', '[2020-01-01,)', ${entry} from ${person} ${unit}`.execute(db)
  await sql`
    insert into training.sending (person_id, kind, unit_id, sent_on, held, recorded, entry_id)
    select p.person_id, (array['LLCT_TC','LLCT_CC','DT_DH','DT_CD','QLNN_CV','QLNN_CVC','DT_NC','BD_TH'])[1 + (p.n / 5 + k) % 8], u.id, ${day}, daterange(${day}, null), '[2020-01-01,)', ${entry}
    from ${person} ${unit} cross join generate_series(1, 2) k where p.n % 5 = 0`.execute(db)
  await sql`
    insert into training.class (class_id, entry_id) select uuidv7(), ${entry} from people.person where random() < 0.01`.execute(db)
  await sql`
    insert into training.class_version (class_id, kind, title, search, opener_unit_id, held, recorded, entry_id)
    select p.class_id, case when p.n % 5 = 0 then 'LLCT_SC' else 'BD_CD' end, 'Lớp', 'lop', u.id, daterange(${day}, ${day} + 5), '[2020-01-01,)', ${entry}
    from (select class_id, row_number() over (order by class_id) as n from training.class) p ${unit}`.execute(db)
  await sql`
    insert into training.enrolment (person_id, class_id, held, recorded, entry_id)
    select p.person_id, c.class_id, '[2015-01-01,)', '[2020-01-01,)', ${entry}
    from (select class_id, row_number() over (order by class_id) as n from training.class) c
    join ${person} on p.n between (c.n * 97) and (c.n * 97 + 49)`.execute(db)
}
