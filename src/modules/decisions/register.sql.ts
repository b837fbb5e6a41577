import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { likeText } from '#db/like.ts'
import { noteChange, recordOf } from '#db/facts.ts'
import { codeKey } from './decision.ts'
import type { Decision } from './decision.contract.ts'
import { fold } from '#lib/vietnamese-names.ts'

export type RegisterFilter = {
  q?: string | undefined
  kind?: string | undefined
  year?: number | undefined
  state?: 'valid' | 'withdrawn' | undefined
}

type Row = {
  id: string
  code: string
  kind: string
  issued_on: string
  issuer: string
  issuer_unit_id: string | null
  signer: string | null
  signer_title: string | null
  subject: string
  file_id: string | null
  file_name: string | null
  file_size: number | null
  withdrawn_on: string | null
  withdrawn_why: string | null
  withdrawn_by: string | null
  withdrawn_by_code: string | null
  run_id: string | null
  run_row: number | null
}

const columns = sql`
  d.id, d.code, d.kind, d.issued_on, d.issuer, d.issuer_unit_id, d.signer, d.signer_title, d.subject,
  d.file_id, f.name as file_name, f.size as file_size,
  d.withdrawn_on, d.withdrawn_why, d.withdrawn_by, w.code as withdrawn_by_code, d.run_id, d.run_row`
const tables = sql`
  decisions.decision d
  left join decisions.file f on f.id = d.file_id
  left join decisions.decision w on w.id = d.withdrawn_by`

/** A page of the register, newest first. */
export async function decisionsPage(
  db: Db,
  filter: RegisterFilter,
  inScope: RawBuilder<boolean>,
  page: { after?: string | undefined; limit: number },
): Promise<{ decisions: Decision[]; next: string | null }> {
  const [afterDay, afterId] = page.after?.split('~') ?? []
  const { rows } = await sql<Row>`
    select ${columns} from ${tables}
    where ${matching(filter)} and ${inScope}
      and ${afterDay && afterId ? sql`(d.issued_on, d.id) < (${afterDay}::date, ${afterId}::uuid)` : sql`true`}
    order by d.issued_on desc, d.id desc limit ${page.limit + 1}`.execute(db)
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  return { decisions: shown.map(decisionOf), next: rows.length > page.limit && last ? `${last.issued_on}~${last.id}` : null }
}

export async function countByYear(
  db: Db,
  filter: RegisterFilter,
  inScope: RawBuilder<boolean>,
): Promise<{ year: number; count: number }[]> {
  const { rows } = await sql<{ year: number; count: number }>`
    select extract(year from d.issued_on)::int as year, count(*)::int as count
    from decisions.decision d where ${matching(filter)} and ${inScope} group by 1 order by 1`.execute(db)
  return rows
}

/** How many known facts that the caller may see cite each paper, over all tables of facts; `seen` is a condition over a person `p`. */
export async function countCiting(
  db: Db,
  ids: string[],
  tables: { table: string; hasPerson: boolean }[],
  seen: RawBuilder<boolean>,
): Promise<Map<string, number>> {
  if (tables.length === 0) return new Map()
  const citing = tables.map(({ table, hasPerson }) => {
    const isSeen = hasPerson ? sql`exists (select from people.person p where p.person_id = f.person_id and ${seen})` : sql`true`
    return sql`select decision_id from ${sql.table(table)} f where decision_id = any(${ids}::uuid[]) and upper_inf(recorded) and ${isSeen}`
  })
  const { rows } = await sql<{ decision_id: string; count: number }>`
    select decision_id, count(*)::int as count from (${sql.join(citing, sql` union all `)}) citing group by decision_id`.execute(db)
  return new Map(rows.map((row) => [row.decision_id, row.count]))
}

export async function findDecision(db: Db, id: string, inScope: RawBuilder<boolean>): Promise<Decision | undefined> {
  const { rows } = await sql<Row>`select ${columns} from ${tables} where d.id = ${id}::uuid and ${inScope}`.execute(db)
  return rows[0] && decisionOf(rows[0])
}

/** Whether a paper of this code and day stands there of which one of the two does not say by which unit: then they may be one. */
export async function isTaken(db: Db, { code, issuedOn, issuerUnitId }: { code: string; issuedOn: string; issuerUnitId: string | null }) {
  const { rows } = await sql`
    select from decisions.decision d
    where d.code_key = ${codeKey(code)} and d.issued_on = ${issuedOn}::date
      and (d.issuer_unit_id is null or ${issuerUnitId}::uuid is null)`.execute(db)
  return rows.length > 0
}

/** Holds the paper still while a command decides about it. */
export async function lockDecision(tx: Tx, id: string): Promise<void> {
  await sql`select from decisions.decision where id = ${id}::uuid for update`.execute(tx)
}

export async function setWithdrawn(tx: Tx, id: string, act: { on: string; why: string; by: string | null }): Promise<void> {
  const { now, entryId } = recordOf(tx)
  await tx
    .updateTable('decisions.decision')
    .set({ withdrawn_on: act.on, withdrawn_why: act.why, withdrawn_by: act.by, withdrawn_at: now, withdrawn_entry_id: entryId })
    .where('id', '=', id)
    .execute()
  noteChange(tx, { table: 'decisions.decision', done: 'changed', count: 1, after: { id, withdrawnOn: act.on, why: act.why } })
}

export type Entry = {
  code: string
  kind: string
  issuedOn: string
  issuer: string
  issuerUnitId: string | null
  signer: string | null
  signerTitle: string | null
  subject: string
}

export async function setEntry(tx: Tx, before: Decision, entry: Entry): Promise<void> {
  await tx
    .updateTable('decisions.decision')
    .set({
      code: entry.code,
      code_key: codeKey(entry.code),
      kind: entry.kind,
      issued_on: entry.issuedOn,
      issuer: entry.issuer,
      issuer_unit_id: entry.issuerUnitId,
      signer: entry.signer,
      signer_title: entry.signerTitle,
      subject: entry.subject,
    })
    .where('id', '=', before.id)
    .execute()
  noteChange(tx, { table: 'decisions.decision', done: 'changed', count: 1, before, after: entry })
}

function matching(filter: RegisterFilter): RawBuilder<boolean> {
  const parts = [sql<boolean>`true`]
  if (filter.q) {
    const key = `%${likeText(codeKey(filter.q))}%`
    const text = `%${likeText(filter.q)}%`
    parts.push(
      sql<boolean>`(d.code_key like ${key} or d.subject ilike ${text} or d.signer ilike ${text} or ${fold(filter.q)} = d.code_key)`,
    )
  }
  if (filter.kind) parts.push(sql<boolean>`d.kind = ${filter.kind}`)
  if (filter.year)
    parts.push(sql<boolean>`d.issued_on >= make_date(${filter.year}, 1, 1) and d.issued_on < make_date(${filter.year + 1}, 1, 1)`)
  if (filter.state)
    parts.push(filter.state === 'withdrawn' ? sql<boolean>`d.withdrawn_on is not null` : sql<boolean>`d.withdrawn_on is null`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

function decisionOf(row: Row): Decision {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind,
    issuedOn: row.issued_on,
    issuer: row.issuer,
    issuerUnitId: row.issuer_unit_id,
    signer: row.signer,
    signerTitle: row.signer_title,
    subject: row.subject,
    file: row.file_id ? { id: row.file_id, name: row.file_name ?? '', size: row.file_size ?? 0 } : null,
    withdrawn: row.withdrawn_on
      ? { on: row.withdrawn_on, why: row.withdrawn_why ?? '', byCode: row.withdrawn_by_code, byId: row.withdrawn_by }
      : null,
    run: row.run_id ? { id: row.run_id, row: row.run_row } : null,
  }
}
