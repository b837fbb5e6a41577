import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { about, noteChange, recordOf } from '#db/facts.ts'
import { newId } from '#lib/id.ts'
import type { OwnTemplates, PaperFamily, PaperKind } from './paper-data.ts'
import type { TemplateFormat } from './template.ts'

export type TemplatePlace = { kind: PaperKind; family: PaperFamily; format: TemplateFormat }

type OwnTemplate = TemplatePlace & { name: string | null; size: number | null; since: Date | null; by: string | null; versions: number }

/** Every place where an office's own template stands or stood. */
export async function templatesInUse(db: Db): Promise<OwnTemplate[]> {
  const { rows } = await sql<OwnTemplate>`
    select t.kind, t.family, t.format, count(*)::int as versions,
      max(t.name) filter (where upper_inf(t.recorded)) as name,
      max(length(t.content)) filter (where upper_inf(t.recorded)) as size,
      max(lower(t.recorded)) filter (where upper_inf(t.recorded)) as since,
      max(e.actor) filter (where upper_inf(t.recorded)) as by
    from decisions.template t left join audit.entry e on e.id = t.entry_id
    group by t.kind, t.family, t.format`.execute(db)
  return rows
}

/** What the office prints this kind of paper by; asked for by whoever prints. */
export async function ownTemplates(db: Db, kind: PaperKind, family: PaperFamily): Promise<OwnTemplates> {
  const rows = await db
    .selectFrom('decisions.template')
    .select(['format', 'content'])
    .where('kind', '=', kind)
    .where('family', '=', family)
    .where(sql<boolean>`upper_inf(recorded)`)
    .execute()
  const of = (format: TemplateFormat) => rows.find((row) => row.format === format)?.content ?? null
  return { docx: of('docx'), typ: of('typ') }
}

export async function findTemplate(db: Db, { kind, family, format }: TemplatePlace) {
  return db
    .selectFrom('decisions.template')
    .select(['id', 'name', 'content'])
    .where('kind', '=', kind)
    .where('family', '=', family)
    .where('format', '=', format)
    .where(sql<boolean>`upper_inf(recorded)`)
    .executeTakeFirst()
}

/** Puts the template in its place; the one before stays readable in the table. */
export async function setTemplate(tx: Tx, place: TemplatePlace, file: { name: string; bytes: Buffer }): Promise<string> {
  const { now, entryId } = recordOf(tx)
  await endTemplate(tx, place, 'replaced')
  const id = newId(now.getTime())
  const sha256 = createHash('sha256').update(file.bytes).digest()
  await tx
    .insertInto('decisions.template')
    .values({ id, ...place, name: file.name, content: file.bytes, sha256, recorded: `[${now.toISOString()},)`, entry_id: entryId })
    .execute()
  // The log names the file; its bytes stay in the table.
  const after = { ...place, name: file.name, size: file.bytes.length, sha256: sha256.toString('hex') }
  noteChange(tx, { table: 'decisions.template', done: 'recorded', count: 1, after })
  about(tx, { subjectId: id })
  return id
}

/** Ends what is known of the office's own template, if there is one; nothing is deleted. */
export async function endTemplate(tx: Tx, { kind, family, format }: TemplatePlace, why: 'replaced' | 'reset'): Promise<boolean> {
  const { now, entryId } = recordOf(tx)
  const { rows } = await sql<{ id: string; name: string }>`
    update decisions.template
    set recorded = tstzrange(lower(recorded), greatest(lower(recorded), ${now})), closed_entry_id = ${entryId}, closed_why = ${why}
    where kind = ${kind} and family = ${family} and format = ${format} and upper_inf(recorded)
    returning id, name`.execute(tx)
  const [ended] = rows
  if (!ended) return false
  about(tx, { subjectId: ended.id })
  noteChange(tx, { table: 'decisions.template', done: 'closed', count: 1, why, before: { kind, family, format, ...ended } })
  return true
}
