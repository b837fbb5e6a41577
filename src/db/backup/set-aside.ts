import type { Client } from 'pg'
import type { Table } from './catalogue.ts'

/**
 * Takes foreign keys, exclusions, indexes and triggers away while rows are loaded, and gives how to put them back exactly as they were:
 * rows come in any order, are stored as they were without being worked on, and indexes are built once. All in the caller's transaction.
 */
export async function setAside(client: Client, tables: Table[]): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ drop: string; make: string }>(statements, [tables.map(({ sql }) => sql)])
  for (const { drop } of rows) await client.query(drop)
  return async () => {
    for (const { make } of rows.toReversed()) await client.query(make)
  }
}

// In the order of taking away: what leans on something goes first.
const statements = `
  with ours as (select unnest($1::text[])::regclass::oid as oid),
  parts as (
    select case k.contype when 'f' then 1 else 2 end as place, k.conname as name,
      format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) as drop,
      format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) as make
    from pg_constraint k join ours on ours.oid = k.conrelid where k.contype in ('f', 'x') and k.conparentid = 0
    union all
    select 3, i.indexrelid::regclass::text, format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    from pg_index i join ours on ours.oid = i.indrelid
    where not exists (select from pg_constraint k where k.conindid = i.indexrelid) and not i.indisreplident
    union all
    select 4, t.tgname, format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname),
      format('alter table %s enable trigger %I', t.tgrelid::regclass, t.tgname)
    from pg_trigger t join ours on ours.oid = t.tgrelid where not t.tgisinternal and t.tgenabled = 'O'
  )
  select drop, make from parts order by place, name`
