import './grid/Grid.css'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useId, useRef, useState, type MouseEvent, type ReactNode } from 'react'
import { useFormat } from '#web/format.ts'
import { Empty } from '#web/kit/Empty.tsx'
import { Failure } from '#web/kit/Failure.tsx'
import { asTsv } from '#web/kit/grid/as-tsv.ts'
import type { GridColumn } from '#web/kit/grid/grid-column.ts'
import { GridColumnChooser } from '#web/kit/grid/GridColumnChooser.tsx'
import { GridHead } from '#web/kit/grid/GridHead.tsx'
import type { CellPlace, GridRange } from '#web/kit/grid/grid-moves.ts'
import { GridRow } from '#web/kit/grid/GridRow.tsx'
import { useGridColumns } from '#web/kit/grid/use-grid-columns.ts'
import { useRestOfScreen } from '#web/kit/grid/use-rest-of-screen.ts'
import { useGridFocus } from '#web/kit/grid/use-grid-focus.ts'
import { useGridWindows, type WindowSource } from '#web/kit/grid/use-grid-windows.ts'
import { messages } from '#web/kit/messages.ts'
import type { Sort } from '#web/kit/Table.tsx'
import { useWords } from '#web/words.ts'

export type GridProps<Row> = WindowSource<Row> & {
  /** Under which the choice of columns is remembered. */
  name: string
  label: string
  columns: readonly GridColumn<Row>[]
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** Enter or a double click on a row, where its cell holds no link. */
  onOpen?: (row: Row) => void
  isChosen?: (row: Row) => boolean
  /** Said at the left of the foot, after the count. */
  about?: ReactNode
  empty?: ReactNode
  /** A CSS length; by default what the screen leaves. */
  height?: string
}

const rowHeight = 30
const mostCopied = 10_000

/** A list of any length: rows come from the server in windows, and one tab stop with the arrows of a spreadsheet reads them. */
export function Grid<Row>(props: GridProps<Row>) {
  const { name, label, columns, total, sort, onSort, onOpen, isChosen, about, empty } = props
  const words = useWords(messages)
  const format = useFormat()
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const activeRow = useRef(0)
  const [said, setSaid] = useState('')
  const height = useRestOfScreen(frame, props.height)
  const layout = useGridColumns(name, columns)
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: 34,
    // The focused row stays in the page while it is scrolled out of sight, or the focus would be lost.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), Math.min(Math.max(0, activeRow.current), Math.max(0, total - 1))])].sort(
        (one, other) => one - other,
      ),
  })
  const items = virtual.getVirtualItems()
  const first = virtual.range?.startIndex ?? 0
  const last = virtual.range?.endIndex ?? Math.min(total - 1, 30)
  const onDemand = layout.placed.flatMap((column) => (column.onDemand ? column.key : []))
  const windows = useGridWindows(props, { first, last, onDemand })
  const listKey = JSON.stringify(props.listKey)
  const cellId = useCallback((row: number, column: number) => `${id}-${row}-${column}`, [id])

  function order(column: number) {
    const by = layout.placed[column]?.sort
    if (by !== undefined) onSort?.({ by, order: sort?.by === by && sort.order === 'asc' ? 'desc' : 'asc' })
  }
  function enter(cell: CellPlace) {
    if (cell.row < 0) return order(cell.column)
    const link = document.getElementById(cellId(cell.row, cell.column))?.querySelector<HTMLElement>('a, button')
    const row = windows.rowAt(cell.row)
    if (link) link.click()
    else if (row !== undefined) onOpen?.(row)
  }
  async function copy(range: GridRange) {
    const shown = layout.placed.slice(range.from.column, range.to.column + 1)
    const rows = await windows.rowsBetween(range.from.row, Math.min(range.to.row, range.from.row + mostCopied - 1))
    await navigator.clipboard.writeText(asTsv(rows.map((row, index) => shown.map((column) => column.text(row, range.from.row + index)))))
    setSaid(words.copied(rows.length, shown.length))
  }
  const focus = useGridFocus({
    frame,
    cellId,
    onEnter: enter,
    onCopy: (range) => void copy(range),
    scrollTo: (row) => virtual.scrollToIndex(row),
    bounds: { rows: total, columns: layout.placed.length, page: Math.max(1, last - first - 1) },
  })
  activeRow.current = focus.active.row
  useEffect(() => {
    frame.current?.scrollTo({ top: 0 })
  }, [listKey])
  const inRange = (row: number) => focus.range !== null && row >= focus.range.from.row && row <= focus.range.to.row
  function click(event: MouseEvent) {
    const head = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="columnheader"]') : null
    if (head) order(Number(head.dataset['column']))
  }

  if (total === 0) return <div className="kc-grid-frame">{empty ?? <Empty title={words.noneFound} />}</div>
  const activeColumn = Math.min(focus.active.column, layout.placed.length - 1)
  const activeIndex = Math.min(focus.active.row, total - 1)
  return (
    <div className="kc-grid-frame">
      {windows.failed && <Failure error={windows.failed.error} onRetry={() => void windows.failed?.refetch()} />}
      <div
        ref={frame}
        className="kc-grid"
        role="grid"
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={layout.placed.length}
        aria-multiselectable="true"
        aria-describedby={`${id}-help`}
        style={{ '--grid-height': height, scrollPadding: `34px 8px 4px ${layout.pinnedWidth + 4}px` } as React.CSSProperties}
        {...focus.handlers}
        onClick={click}
        onDoubleClick={() => enter(focus.active)}
      >
        <GridHead columns={layout.placed} sort={sort} active={focus.active.row < 0 ? activeColumn : null} cellId={cellId} />
        <div className="kc-grid-body" role="presentation" style={{ height: virtual.getTotalSize(), width: layout.width, minWidth: '100%' }}>
          {items.map(({ index, start }) => {
            const row = windows.rowAt(index)
            return (
              <GridRow
                key={index}
                index={index}
                top={start}
                row={row}
                columns={layout.placed}
                active={activeIndex === index ? activeColumn : null}
                loading={words.loading}
                rangeFrom={inRange(index) ? (focus.range?.from.column ?? 1) : 1}
                rangeTo={inRange(index) ? (focus.range?.to.column ?? 0) : 0}
                chosen={row !== undefined && isChosen?.(row) === true}
                cellId={cellId}
              />
            )
          })}
        </div>
      </div>
      <div className="kc-grid-foot">
        <span>
          {words.ofTotal(`${format.number(first + 1)}–${format.number(Math.min(last + 1, total))}`, format.number(total))}
          {about && <> · {about}</>}
        </span>
        <span role="status">{said}</span>
        <span id={`${id}-help`} className="kc-hidden">
          {words.gridHelp}
        </span>
        <GridColumnChooser columns={columns} isShown={layout.isShown} show={layout.show} reset={layout.reset} />
      </div>
    </div>
  )
}
