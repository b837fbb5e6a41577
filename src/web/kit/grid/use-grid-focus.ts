import { useState, type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import { moveBy, rangeBetween, type CellPlace, type GridBounds, type GridRange } from '#web/kit/grid/grid-moves.ts'

type FocusOptions = {
  frame: RefObject<HTMLElement | null>
  bounds: GridBounds
  scrollTo: (row: number) => void
  cellId: (row: number, column: number) => string
  onEnter: (cell: CellPlace) => void
  onCopy: (range: GridRange) => void
}

/** The one cell that holds the focus, the range that grows from it, and the keys of the ARIA grid pattern. */
export function useGridFocus({ frame, bounds, scrollTo, cellId, onEnter, onCopy }: FocusOptions) {
  const [active, setActive] = useState<CellPlace>({ row: 0, column: 0 })
  const [anchor, setAnchor] = useState<CellPlace | null>(null)
  const range = anchor && rangeBetween(anchor, active)

  function goTo(cell: CellPlace, extend: boolean) {
    setAnchor(extend ? (anchor ?? active) : null)
    setActive(cell)
    const drawn = document.getElementById(cellId(cell.row, cell.column))
    if (drawn) return drawn.focus()
    scrollTo(cell.row)
    // Once the row has been drawn.
    requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(cellId(cell.row, cell.column))?.focus()))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.altKey) return
    const ctrl = event.ctrlKey || event.metaKey
    const next = moveBy(event.key, ctrl, active, bounds)
    if (next) {
      event.preventDefault()
      goTo(next, event.shiftKey)
      return
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      onEnter(active)
    }
    if (event.key === 'Escape') setAnchor(null)
    if (ctrl && event.key.toLowerCase() === 'c' && getSelection()?.isCollapsed !== false) {
      event.preventDefault()
      onCopy(range ?? rangeBetween(active, active))
    }
  }

  function onMouseDown(event: MouseEvent) {
    const cell = placeOf(event.target, frame.current)
    if (!cell || event.button !== 0) return
    if (event.shiftKey) event.preventDefault() // Extends the range; the browser would select text.
    setAnchor(event.shiftKey ? (anchor ?? active) : null)
    setActive(cell)
  }

  function onMouseOver(event: MouseEvent) {
    if (event.buttons !== 1) return
    const cell = placeOf(event.target, frame.current)
    if (!cell || cell.row < 0 || (cell.row === active.row && cell.column === active.column)) return
    getSelection()?.removeAllRanges()
    setAnchor(anchor ?? active)
    setActive(cell)
  }

  /** A screen reader may put the focus on any cell. */
  function onFocus(event: FocusEvent) {
    const cell = placeOf(event.target, frame.current)
    if (cell && (cell.row !== active.row || cell.column !== active.column)) setActive(cell)
  }

  return { active, range, handlers: { onKeyDown, onMouseDown, onMouseOver, onFocus } }
}

/** The cell in which an event happened. */
function placeOf(target: EventTarget, frame: HTMLElement | null): CellPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  if (!cell || !frame?.contains(cell)) return null
  return { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) }
}
