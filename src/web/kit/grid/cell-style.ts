import type { PlacedColumn } from '#web/kit/grid/grid-column.ts'

/** Width, and the place of a pinned cell. */
export function cellStyle<Row>(columns: readonly PlacedColumn<Row>[], index: number) {
  const column = columns[index]
  const pinned = column !== undefined && column.pinnedAt !== null
  return {
    'data-pinned': pinned ? '' : undefined,
    'data-first-pinned': pinned && index === 0 ? '' : undefined,
    'data-last-pinned': pinned && columns[index + 1]?.pinnedAt == null ? '' : undefined,
    style: { width: column?.width, left: column?.pinnedAt ?? undefined },
  }
}
