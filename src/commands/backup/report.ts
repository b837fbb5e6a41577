import type { TableContent } from '#db/backup/format.ts'
import type { Io } from '../../command-line.ts'

/** Says how far the work is: each table that is done, small ones together. */
export function progress(io: Io): (content: TableContent) => void {
  let rows = 0
  let said = performance.now()
  return (content) => {
    rows += content.rows
    if (performance.now() - said < 1_000) return
    said = performance.now()
    io.say(`… ${content.name}: ${rows.toLocaleString('vi-VN')} dòng / rows`)
  }
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

export function secondsSince(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)}`
}
