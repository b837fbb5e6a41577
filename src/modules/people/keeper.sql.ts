import { sql, type RawBuilder } from 'kysely'
import type { Db, Tx } from '#db/connect.ts'
import { copyFacts } from '#db/amend.ts'
import { closeFacts } from '#db/facts.ts'
import type { FactKeeper, KeptFact } from '#db/keeper.ts'
import type { Bilingual } from '#lib/language.ts'

/** A row of the table as JSON and the latest name of the unit it speaks of. */
export type KeptRow = { fact: Record<string, unknown>; unit: Bilingual | null }

export type KeeperSpec = {
  table: string
  label: Bilingual
  says: (row: KeptRow) => Bilingual
  /** Whether what it says of this fact is sensitive. */
  isGuarded?: (fact: KeptRow['fact']) => boolean
  /** The column naming the unit that the fact speaks of. */
  unit?: string
  /** A profile holds at all times; every other fact from a day to a day. */
  isTimeless?: boolean
  /** Besides persons, what a run may have brought and others may have built on. */
  anchor?: { table: string; key: string }
  hasPerson?: boolean
  close?: FactKeeper['close']
  restore?: FactKeeper['restore']
}

const person = { table: 'people.person', key: 'person_id' }
const mostListed = 2000
const isKnown = sql<boolean>`upper_inf(f.recorded)`

/** The keeper of a table of facts with the columns every such table has. */
export function factKeeper(spec: KeeperSpec): FactKeeper {
  return {
    table: spec.table,
    label: spec.label,
    hasPerson: spec.hasPerson !== false,
    ofDecision: (db, id, limit) => listFacts(db, spec, sql<boolean>`f.decision_id = ${id}::uuid and ${isKnown}`, limit),
    withdrawnOf: (db, id, limit) => listFacts(db, spec, sql<boolean>`f.decision_id = ${id}::uuid and f.closed_why = 'withdrawn'`, limit),
    ofRun: (db, id, limit) => listFacts(db, spec, sql<boolean>`f.run_id = ${id}::uuid and ${isKnown}`, limit),
    builtOn: (db, id, limit) => listFacts(db, spec, builtOnRun(spec, id), limit),
    idsOfDecision: (db, id) => idsOfFacts(db, spec.table, sql<boolean>`f.decision_id = ${id}::uuid`),
    idsOfRun: (db, id) => idsOfFacts(db, spec.table, sql<boolean>`f.run_id = ${id}::uuid`),
    close: spec.close ?? ((tx, ids, why) => closeFacts(tx, spec.table, ids, why)),
    restore: spec.restore ?? ((tx, entryId) => restoreFacts(tx, spec.table, entryId)),
  }
}

/** Whatever others recorded about the run's anchors or by its papers, and whatever replaced a fact of the run. */
function builtOnRun(spec: KeeperSpec, runId: string): RawBuilder<boolean> {
  const anchors = [
    ...(spec.hasPerson === false ? [] : [person]),
    ...(spec.anchor ? [spec.anchor] : []),
    { table: 'decisions.decision', key: 'decision_id', id: 'id' },
  ]
  const onAnchor = anchors.map(
    (anchor) =>
      sql`exists (select from ${sql.table(anchor.table)} a where ${sql.ref(`a.${'id' in anchor ? anchor.id : anchor.key}`)} = ${sql.ref(`f.${anchor.key}`)} and a.run_id = ${runId}::uuid)`,
  )
  const key = sql.ref(spec.hasPerson === false ? (spec.anchor?.key ?? 'id') : 'person_id')
  const replaced = sql`exists (select from ${sql.table(spec.table)} o where o.${key} = f.${key} and o.run_id = ${runId}::uuid and o.closed_entry_id = f.entry_id)`
  return sql<boolean>`${isKnown} and (${replaced} or (f.run_id is distinct from ${runId}::uuid and (${sql.join(onAnchor, sql` or `)})))`
}

type ListedRow = {
  fact: Record<string, unknown>
  person_id: string | null
  person_name: string | null
  unit_vi: string | null
  unit_en: string | null
  from: string | null
  to: string | null
  recorded_at: Date
}

async function listFacts(db: Db, spec: KeeperSpec, condition: RawBuilder<boolean>, limit = mostListed): Promise<KeptFact[]> {
  const held = spec.isTimeless ? sql`null::daterange` : sql`f.held`
  const personId = spec.hasPerson === false ? sql`null::uuid` : sql`f.person_id`
  const unitId = spec.unit ? sql.ref(`f.${spec.unit}`) : sql`null::uuid`
  const { rows } = await sql<ListedRow>`
    select to_jsonb(f) as fact, ${personId} as person_id, p.full_name as person_name, u.name_vi as unit_vi, u.name_en as unit_en,
      lower(${held}) as "from", upper(${held}) as "to", lower(f.recorded) as recorded_at
    from ${sql.table(spec.table)} f
    left join lateral (
      select full_name, given, family, middle from people.profile p where p.person_id = ${personId} order by lower(p.recorded) desc limit 1
    ) p on true
    left join lateral (
      select name_vi, name_en from organisation.unit_version v where v.unit_id = ${unitId} and upper_inf(v.recorded) order by lower(v.held) desc limit 1
    ) u on true
    where ${condition}
    order by p.given collate "vi-x-icu", p.family collate "vi-x-icu", p.middle collate "vi-x-icu", f.id
    limit ${limit}`.execute(db)
  return rows.map((row) => ({
    table: spec.table,
    id: String(row.fact['id']),
    personId: row.person_id,
    personName: row.person_name,
    summary: spec.says({ fact: row.fact, unit: row.unit_vi === null ? null : { vi: row.unit_vi, en: row.unit_en ?? row.unit_vi } }),
    isGuarded: spec.isGuarded?.(row.fact) ?? false,
    from: row.from,
    to: row.to,
    recordedAt: row.recorded_at,
  }))
}

async function idsOfFacts(db: Db, table: string, condition: RawBuilder<boolean>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select f.id from ${sql.table(table)} f where ${condition} and ${isKnown}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Records anew, as the work of the present act, every fact that the entry closed. */
export function restoreFacts(tx: Tx, table: string, entryId: string): Promise<number> {
  return copyFacts(tx, table, sql<boolean>`f.closed_entry_id = ${entryId}::uuid`, sql`'{}'::jsonb`)
}
