import { cpus, totalmem } from 'node:os'
import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import type { Measured } from './measure.ts'
import { alignedTable } from '../review/print.ts'

export function tableOf(rows: Measured[]): string[] {
  const head = ['', 'p50, ms', 'p95, ms', '/s', 'SQL p50, ms', '×']
  return alignedTable(
    [
      head,
      ...rows.map((row) => [row.question, text(row.p50_ms), text(row.p95_ms), text(row.per_s), text(row.sql_p50_ms), text(row.ratio)]),
    ],
    [1, 2, 3, 4, 5],
  )
}

/** On what it was measured: without that the figures mean little. */
export async function machineOf(db: Db): Promise<string> {
  const { rows } = await sql<{ said: string }>`
    select string_agg(name || ' ' || current_setting(name), ', ' order by name) || ', ' || version() as said
    from unnest(array['shared_buffers', 'work_mem', 'effective_cache_size', 'fsync', 'synchronous_commit', 'max_parallel_workers_per_gather']) name`.execute(
    db,
  )
  const [cpu] = cpus()
  return `${cpus().length} × ${cpu?.model.trim() ?? '?'}, ${Math.round(totalmem() / 2 ** 30)} GB · Node ${process.versions.node} · ${rows[0]?.said ?? ''}`
}

function text(value: number | null): string {
  return value === null ? '–' : String(value)
}
