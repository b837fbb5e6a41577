import { sql, type RawBuilder } from 'kysely'
import type { Db } from '#db/connect.ts'
import { fold } from '#lib/vietnamese-names.ts'
import { likePattern } from '#modules/organisation/resolve.sql.ts'
import { personInScope } from '#modules/people/scope.sql.ts'
import type { Scope } from '#server/operations.ts'
import type { CertificateRow } from './certificate.contract.ts'
import type { CertificateState } from './certificate.ts'

type Filters = {
  q?: string | undefined
  year?: number | undefined
  openerUnitId?: string | undefined
  state?: CertificateState | undefined
}
export type CertificatesAsked = { filters: Filters; scope: Scope; people: Scope; writing: Scope; today: string }
type Named = { id: string; vi: string; en: string }

type Row = Omit<CertificateRow, 'opener' | 'may'> & {
  openerId: string
  openerVi: string | null
  openerEn: string | null
  mayAnnul: boolean
}

/** The register, the latest number of the latest year first; a certificate that was annulled stays in it. */
export async function certificatesPage(
  db: Db,
  asked: CertificatesAsked,
  page: { after?: string | undefined; limit: number },
): Promise<{ rows: CertificateRow[]; next: string | null }> {
  const after = page.after?.split('~') ?? []
  const from =
    after.length === 3 && /^\d+$/.test(after[0] ?? '') && /^\d+$/.test(after[1] ?? '')
      ? sql<boolean>`(k.year, k.register_no, k.check_code) < (${Number(after[0])}, ${Number(after[1])}, ${after[2]})`
      : sql<boolean>`true`
  const { rows } = await sql<Row>`
    select k.check_code as code, k.register_no as "registerNo", k.year, c.number, c.person_id as "personId", p.full_name as name,
      ${personInScope(asked.people, asked.today, 'c.person_id')} as "canOpen", c.class_id as "classId", v.title as "classTitle", v.kind,
      k.opener_unit_id as "openerId", u.name_vi as "openerVi", u.name_en as "openerEn",
      c.issued_on as "issuedOn", c.expires_on as "expiresOn", ${stateOf(asked.today)} as state, k.annulled_on as "annulledOn", k.annulled_why as "annulledWhy",
      upper_inf(c.recorded) and ${openerIn(asked.writing)} as "mayAnnul"
    ${register(asked)} and ${from}
    order by k.year desc, k.register_no desc, k.check_code desc limit ${page.limit + 1}`.execute(db)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { rows: shown.map(rowOf), next: rows.length > page.limit && last ? `${last.year}~${last.registerNo}~${last.code}` : null }
}

/** How many there are, and by which years and openers the caller may narrow the register. */
export async function certificateTotals(db: Db, asked: CertificatesAsked): Promise<{ total: number; years: number[]; openers: Named[] }> {
  const { rows } = await sql<{ total: number; years: number[]; openers: Named[] }>`
    select (select count(*)::int ${register(asked)}) as total,
      (select coalesce(array_agg(distinct k.year order by k.year desc), '{}') from training.certificate_code k where ${openerIn(asked.scope)}) as years,
      (select coalesce(jsonb_agg(o order by o.vi), '[]') from (
        select distinct on (k.opener_unit_id) k.opener_unit_id as id, u.name_vi as vi, u.name_en as en
        from training.certificate_code k ${openerName} where ${openerIn(asked.scope)}
      ) o) as openers`.execute(db)
  return rows[0] ?? { total: 0, years: [], openers: [] }
}

export type Verified = {
  name: string
  kind: string
  classTitle: string
  opener: { vi: string; en: string }
  openedOn: string
  closedOn: string | null
  number: string
  issuedOn: string
  expiresOn: string | null
  state: CertificateState
  annulledOn: string | null
}

/** What a certificate says of itself to whoever holds its code: no more than stands on it. */
export async function certificateOfCode(db: Db, code: string, today: string): Promise<Verified | null> {
  const { rows } = await sql<Verified>`
    select p.full_name as name, v.kind, v.title as "classTitle", jsonb_build_object('vi', u.name_vi, 'en', u.name_en) as opener,
      lower(v.held) as "openedOn", upper(v.held) as "closedOn", c.number, c.issued_on as "issuedOn", c.expires_on as "expiresOn",
      ${stateOf(today)} as state, k.annulled_on as "annulledOn"
    ${joined} where k.check_code = ${code}`.execute(db)
  return rows[0] ?? null
}

// A certificate is written anew when files are merged: its code stays.
const joined = sql`
  from training.certificate_code k
  cross join lateral (
    select c.* from training.certificate c where c.check_code = k.check_code order by upper_inf(c.recorded) desc, lower(c.recorded) desc nulls last limit 1
  ) c
  join people.profile p on p.person_id = c.person_id and upper_inf(p.recorded)
  join training.class_version v on v.class_id = c.class_id and upper_inf(v.recorded)
  left join lateral (
    select n.name_vi, n.name_en from organisation.unit_version n
    where n.unit_id = k.opener_unit_id and upper_inf(n.recorded) order by n.held @> c.issued_on desc, lower(n.held) desc limit 1
  ) u on true`

const openerName = sql`
  left join lateral (
    select n.name_vi, n.name_en from organisation.unit_version n
    where n.unit_id = k.opener_unit_id and upper_inf(n.recorded) order by lower(n.held) desc limit 1
  ) u on true`

function register({ filters, scope, today }: CertificatesAsked): RawBuilder<unknown> {
  const { q, year, openerUnitId, state } = filters
  const conditions = [
    openerIn(scope),
    ...(year ? [sql<boolean>`k.year = ${year}`] : []),
    ...(openerUnitId ? [sql<boolean>`k.opener_unit_id = ${openerUnitId}::uuid`] : []),
    ...(state ? [sql<boolean>`${stateOf(today)} = ${state}`] : []),
    ...(q ? [hasText(q)] : []),
  ]
  return sql`${joined} where ${sql.join(conditions, sql` and `)}`
}

/** All words in the person's name or the class's title, or the number as it stands. */
function hasText(q: string): RawBuilder<boolean> {
  const words = fold(q)
    .split(' ')
    .map((word) => sql<boolean>`(p.search like ${likePattern(word)} or v.search like ${likePattern(word)})`)
  return sql<boolean>`((${sql.join(words, sql` and `)}) or lower(c.number) like ${likePattern(q.toLowerCase())})`
}

function stateOf(today: string): RawBuilder<CertificateState> {
  return sql`case when not upper_inf(c.recorded) then 'annulled' when c.expires_on <= ${today}::date then 'expired' else 'valid' end`
}

function openerIn(scope: Scope): RawBuilder<boolean> {
  return scope === 'everything' ? sql<boolean>`true` : sql<boolean>`k.opener_unit_id = any(${scope.unitIds}::uuid[])`
}

function rowOf({ openerId, openerVi, openerEn, mayAnnul, ...row }: Row): CertificateRow {
  return { ...row, opener: { id: openerId, vi: openerVi ?? '', en: openerEn ?? '' }, may: { annul: mayAnnul } }
}
