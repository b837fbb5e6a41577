import { columnPinningFeature, columnSizingFeature, columnVisibilityFeature, tableFeatures, useTable } from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { GridColumn, PlacedColumn } from '#web/kit/grid/grid-column.ts'

const features = tableFeatures({ columnPinningFeature, columnSizingFeature, columnVisibilityFeature })
const noRows: never[] = [] // The rows come in windows and never pass through the table.

/** Which columns are shown and where they stand; the choice is remembered in this browser under the grid's name. */
export function useGridColumns<Row>(name: string, columns: readonly GridColumn<Row>[]) {
  'use no memo' // TanStack/table#6524: column visibility is not seen by compiled components.
  const [visibility, setVisibility] = useState(() => ({ ...defaultVisibility(columns), ...remembered(name) }))
  const definitions = useMemo(() => columns.map(({ key, width }) => ({ id: key, size: width })), [columns])
  const pinned = useMemo(() => ({ start: columns.filter((column) => column.pinned).map(({ key }) => key), end: [] }), [columns])
  const table = useTable({ features, columns: definitions, data: noRows, state: { columnVisibility: visibility, columnPinning: pinned } })
  function change(next: Record<string, boolean>) {
    remember(name, next)
    setVisibility(next)
  }
  // Kept while nothing changed, so that rows are not drawn again on every scroll.
  const placed = useMemo(() => placeColumns(columns, table.getAllLeafColumns(), visibility), [columns, table, visibility])
  return {
    placed,
    width: table.getTotalSize(),
    pinnedWidth: table.getStartTotalSize(),
    isShown: (key: string) => visibility[key] !== false,
    show: (key: string, shown: boolean) => change({ ...visibility, [key]: shown }),
    reset: () => change(defaultVisibility(columns)),
  }
}

type TableColumn = { id: string; getIsPinned: () => unknown; getStart: (position: 'start') => number }

/** The columns to show, pinned ones first. */
function placeColumns<Row>(
  columns: readonly GridColumn<Row>[],
  all: TableColumn[],
  visibility: Record<string, boolean>,
): PlacedColumn<Row>[] {
  const visible = all.filter(({ id }) => visibility[id] !== false)
  const inOrder = [...visible.filter((column) => column.getIsPinned()), ...visible.filter((column) => !column.getIsPinned())]
  return inOrder.flatMap((column) => {
    const given = columns.find(({ key }) => key === column.id)
    return given ? [{ ...given, pinnedAt: column.getIsPinned() ? column.getStart('start') : null }] : []
  })
}

function defaultVisibility<Row>(columns: readonly GridColumn<Row>[]): Record<string, boolean> {
  return Object.fromEntries(columns.map(({ key, hidden }) => [key, !hidden]))
}

function remembered(name: string): Record<string, boolean> {
  try {
    return JSON.parse(localStorage.getItem(`kecan.columns.${name}`) ?? '{}') as Record<string, boolean>
  } catch {
    return {} // Storage closed or spoilt: the default columns do.
  }
}

function remember(name: string, visibility: Record<string, boolean>) {
  try {
    localStorage.setItem(`kecan.columns.${name}`, JSON.stringify(visibility))
  } catch {
    // As above: the choice lasts for the visit.
  }
}
