import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { PaperFamily } from '#modules/decisions/paper-data.ts'
import { isTerritory, unitKinds } from '#modules/organisation/unit-kind.ts'
import type { Scope } from '#server/operations.ts'
import type { Listed } from './board-paper.ts'

export type KnownIssuer = {
  issuer: string
  issuerUnitId: string | null
  symbol: string
  code: string
  signer: string | null
  signerTitle: string | null
}

const mostIssuers = 12
const territories = unitKinds.filter(isTerritory)

/** Who has issued such papers before, as the register has it: those nearest to the class's opener first, then the latest. */
export async function knownIssuers(
  db: Db,
  scope: Scope,
  { openerUnitId, on }: { openerUnitId: string; on: string },
): Promise<KnownIssuer[]> {
  const isOurs = scope === 'everything' ? sql`true` : sql`(d.issuer_unit_id is null or d.issuer_unit_id = any(${scope.unitIds}::uuid[]))`
  const { rows } = await sql<KnownIssuer>`
    with latest as (
      select distinct on (d.issuer, d.issuer_unit_id) d.issuer, d.issuer_unit_id, d.symbol, d.code, d.signer, d.signer_title, d.issued_on
      from decisions.decision d
      where d.kind in ('sending', 'class', 'appointment') and d.issued_on <= ${on}::date and d.withdrawn_on is null and d.symbol like 'QĐ%' and ${isOurs}
        and (d.issuer_unit_id is null or exists (select from organisation.unit_version v
          where v.unit_id = d.issuer_unit_id and v.held @> ${on}::date and upper_inf(v.recorded)))
      order by d.issuer, d.issuer_unit_id, d.kind = 'sending' desc, d.issued_on desc
    )
    select l.issuer, l.issuer_unit_id as "issuerUnitId", l.symbol, l.code, l.signer, l.signer_title as "signerTitle"
    from latest l
    order by (
      select min(a.depth) from organisation.closure a
      join organisation.closure b on b.ancestor_id = a.ancestor_id and upper_inf(b.recorded) and b.held @> ${on}::date
      join organisation.unit_version v on v.unit_id = a.ancestor_id and upper_inf(v.recorded) and v.held @> ${on}::date and v.kind = any(${territories}::text[])
      where a.descendant_id = ${openerUnitId}::uuid and a.depth <= 2 and upper_inf(a.recorded) and a.held @> ${on}::date
        and b.descendant_id = l.issuer_unit_id) nulls last, l.issued_on desc
    limit ${mostIssuers}`.execute(db)
  return rows
}

export type Seat = { territory: string | null; above: string | null; isSubordinate: boolean }

/** The territory that the body is of, and the one above it, on the day. */
export async function seatOf(db: Db, unitId: string | null, on: string): Promise<Seat> {
  const { rows } = await sql<{ name: string; isOwn: boolean; kind: string }>`
    select v.name_vi as name, c.depth = 0 as "isOwn", own.kind
    from organisation.closure c
    join organisation.unit_version v on v.unit_id = c.ancestor_id and upper_inf(v.recorded) and v.held @> ${on}::date and v.kind = any(${territories}::text[])
    join organisation.unit_version own on own.unit_id = c.descendant_id and upper_inf(own.recorded) and own.held @> ${on}::date
    where c.descendant_id = ${unitId}::uuid and upper_inf(c.recorded) and c.held @> ${on}::date order by c.depth limit 2`.execute(db)
  return { territory: rows[0]?.name ?? null, above: rows[1]?.name ?? null, isSubordinate: rows[0]?.kind === 'public_service_unit' }
}

/** The plan that the class fulfils, as a paper cites it; null while it is not approved. */
export async function planCited(db: Db, planLineId: string | null): Promise<string | null> {
  const { rows } = await sql<{ cited: string }>`
    select format('Kế hoạch số %s ngày %s của %s', d.code, to_char(d.issued_on, 'DD/MM/YYYY'), d.issuer) as cited
    from training.plan_line l join training.plan p using (plan_id) join decisions.decision d on d.id = p.decision_id
    where l.line_id = ${planLineId}::uuid and p.status = 'approved' and d.withdrawn_on is null`.execute(db)
  return rows[0]?.cited ?? null
}

export type MadePaper = {
  code: string
  issuer: string
  issuerUnitId: string | null
  symbol: string
  issuedOn: string
  signer: string | null
  signerTitle: string | null
  subject: string
}

/** The decision, if it sent people to this class. */
export async function paperOfClass(db: Db, classId: string, decisionId: string): Promise<MadePaper | undefined> {
  const { rows } = await sql<MadePaper>`
    select d.code, d.issuer, d.issuer_unit_id as "issuerUnitId", d.symbol, d.issued_on as "issuedOn", d.signer, d.signer_title as "signerTitle", d.subject
    from decisions.decision d
    where d.id = ${decisionId}::uuid and exists (select from training.nomination n where n.class_id = ${classId}::uuid and n.decision_id = d.id)`.execute(
    db,
  )
  return rows[0]
}

/** Whom the paper lists: those it sent, or those on the board who are not sent yet; all of them, for a paper is one. */
export async function listedOn(db: Db, classId: string, decisionId: string | null): Promise<Listed[]> {
  const which = decisionId ? sql`n.decision_id = ${decisionId}::uuid and n.state = 'sent'` : sql`n.state = 'nominated'`
  const { rows } = await sql<Listed>`
    select p.full_name as name, p.birth, n.title_text as title, u.name_vi as unit
    from training.nomination n
    join people.profile p on p.person_id = n.person_id and upper_inf(p.recorded)
    left join lateral (
      select v.name_vi from organisation.unit_version v
      where v.unit_id = n.unit_id and upper_inf(v.recorded) order by v.held @> lower(n.held) desc, lower(v.held) desc limit 1
    ) u on true
    where n.class_id = ${classId}::uuid and upper_inf(n.recorded) and ${which}
    order by p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu", n.person_id`.execute(db)
  return rows
}

export function familyOfSymbol(symbol: string): PaperFamily {
  return symbol.includes('/') ? 'party' : 'state'
}
