import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { closeFacts, insertAnchors, noteChange, period, recordFacts } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import { replaceFacts, type FactColumns } from '#modules/people/fact.sql.ts'
import { placeIsTold } from '#modules/people/told-tie.sql.ts'
import type { Scope } from '#server/operations.ts'
import { certificateNumber, checkCodeOf, type ToCertify } from './certificate.ts'

export type Certifying = ToCertify & { personId: string }

/** The trainees chosen, or all who completed the class and have no certificate yet; by name, as the register will have them. */
export async function lockToCertify(tx: Tx, classId: string, personIds: readonly string[] | undefined): Promise<Certifying[]> {
  const chosen = personIds
    ? sql<boolean>`e.person_id = any(${personIds}::uuid[])`
    : sql<boolean>`e.state = 'completed' and not exists (
        select from training.certificate c where c.person_id = e.person_id and c.class_id = e.class_id and upper_inf(c.recorded))`
  const { rows } = await sql<Certifying>`
    select e.person_id as "personId", p.full_name as name, e.state, e.state_on as "stateOn",
      exists (select from training.certificate c where c.person_id = e.person_id and c.class_id = e.class_id and upper_inf(c.recorded)) as "hasCertificate"
    from training.enrolment e join people.profile p on p.person_id = e.person_id and upper_inf(p.recorded)
    where e.class_id = ${classId}::uuid and upper_inf(e.recorded) and ${chosen}
    order by p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu", e.id
    for update of e`.execute(tx)
  return rows
}

export type Issued = {
  classId: string
  openerUnitId: string
  pattern: string
  issuedOn: string
  expiresOn: string | null
  decisionId: string | null
}

/** Enters the certificates in the opener's register of the year, one number after the other. */
export async function addCertificates(tx: Tx, issued: Issued, personIds: readonly string[]): Promise<{ from: number; to: number }> {
  const year = Number(issued.issuedOn.slice(0, 4))
  const first = await nextRegisterNo(tx, issued.openerUnitId, year)
  const made = personIds.map((personId, index) => ({
    id: newId(),
    personId,
    registerNo: first + index,
    number: certificateNumber(issued.pattern, first + index, year),
    code: checkCodeOf(randomBytes(9)),
  }))
  await insertAnchors(
    tx,
    'training.certificate_code',
    made.map((one) => ({
      check_code: one.code,
      opener_unit_id: issued.openerUnitId,
      year,
      register_no: one.registerNo,
      person_id: one.personId,
      certificate_id: one.id,
    })),
  )
  await recordFacts(
    tx,
    'training.certificate',
    made.map((one) => ({
      id: one.id,
      person_id: one.personId,
      class_id: issued.classId,
      number: one.number,
      register_no: one.registerNo,
      issued_on: issued.issuedOn,
      expires_on: issued.expiresOn,
      check_code: one.code,
      held: period(issued.issuedOn, issued.expiresOn),
      decision_id: issued.decisionId,
    })),
  )
  await tellQualifications(tx, issued, new Map(made.map(({ personId, number }) => [personId, number])))
  return { from: first, to: first + made.length - 1 }
}

/** Holds the register until the transaction ends, so that of two officers at once the other waits. */
async function nextRegisterNo(tx: Tx, openerUnitId: string, year: number): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`certificate-register/${openerUnitId}/${year}`}, 0))`.execute(tx)
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(register_no), 0) + 1 as next from training.certificate_code where opener_unit_id = ${openerUnitId}::uuid and year = ${year}`.execute(
    tx,
  )
  return rows[0]?.next ?? 1
}

/** The qualification gained in the class says its certificate, unless it names one of another body already. */
async function tellQualifications(tx: Tx, { classId, expiresOn }: Issued, numberOf: ReadonlyMap<string, string>): Promise<void> {
  const { rows } = await sql<{ fact: FactColumns }>`
    select to_jsonb(q) - 'scope' as fact from qualifications.qualification q
    where q.person_id = any(${[...numberOf.keys()]}::uuid[]) and q.class_id = ${classId}::uuid and q.state = 'finished' and q.certificate is null
      and upper_inf(q.recorded) for update`.execute(tx)
  await replaceFacts(
    tx,
    'qualifications.qualification',
    rows.map(({ fact }) => ({ fact, change: { certificate: numberOf.get(fact.person_id), expires_on: expiresOn ?? fact['expires_on'] } })),
    'certified',
  )
}

export type Valid = { id: string; code: string; number: string; issuedOn: string }

/** The certificate of the person from that class that is valid as known now. */
export async function lockCertificate(tx: Tx, classId: string, personId: string): Promise<Valid | null> {
  const { rows } = await sql<Valid>`
    select id, check_code as code, number, issued_on as "issuedOn" from training.certificate
    where class_id = ${classId}::uuid and person_id = ${personId}::uuid and upper_inf(recorded) for update`.execute(tx)
  return rows[0] ?? null
}

/** Ends the certificate; the register keeps it with the reason, and the qualification names it no longer. */
export async function endCertificate(
  tx: Tx,
  of: { classId: string; personId: string },
  one: Valid,
  given: { on: string; why: string },
): Promise<void> {
  await closeFacts(tx, 'training.certificate', [one.id], 'annulled')
  await sql`update training.certificate_code set annulled_on = ${given.on}::date, annulled_why = ${given.why} where check_code = ${one.code}`.execute(
    tx,
  )
  noteChange(tx, { table: 'training.certificate_code', done: 'changed', count: 1, after: { number: one.number, ...given } })
  const { rows } = await sql<{ fact: FactColumns }>`
    select to_jsonb(q) - 'scope' as fact from qualifications.qualification q
    where q.person_id = ${of.personId}::uuid and q.class_id = ${of.classId}::uuid and q.certificate = ${one.number} and upper_inf(q.recorded) for update`.execute(
    tx,
  )
  await replaceFacts(
    tx,
    'qualifications.qualification',
    rows.map(({ fact }) => ({ fact, change: { certificate: null } })),
    'annulled',
  )
}

export type Printed = {
  personId: string
  name: string
  birth: string | null
  birthplace: string | null
  title: string | null
  unit: string | null
  grade: string | null
  number: string
  registerNo: number
  issuedOn: string
  code: string
}

/** The valid certificates of the class in the order of the register, as they are printed. */
export async function certificatesToPrint(
  db: Db,
  classId: string,
  personIds: readonly string[] | undefined,
  seen: { sensitive: Scope; today: string },
): Promise<Printed[]> {
  const { rows } = await sql<Printed>`
    select c.person_id as "personId", p.full_name as name, p.birth, p.birthplace,
      case when told.is_placed then e.title_text end as title, case when told.is_placed then u.name_vi end as unit, e.result as grade,
      c.number, c.register_no as "registerNo", c.issued_on as "issuedOn", c.check_code as code
    from training.certificate c
    join people.profile p on p.person_id = c.person_id and upper_inf(p.recorded)
    join training.enrolment e on e.person_id = c.person_id and e.class_id = c.class_id and upper_inf(e.recorded)
    left join lateral (
      select v.name_vi from organisation.unit_version v
      where v.unit_id = e.unit_id and upper_inf(v.recorded) order by v.held @> lower(e.held) desc, lower(v.held) desc limit 1
    ) u on true
    cross join lateral (select ${placeIsTold(seen.sensitive, seen.today, 'e.person_id', sql`lower(e.held)`)} as is_placed) told
    where c.class_id = ${classId}::uuid and upper_inf(c.recorded) and ${personIds ? sql`c.person_id = any(${personIds}::uuid[])` : sql`true`}
    order by extract(year from c.issued_on), c.register_no limit 500`.execute(db)
  return rows
}
