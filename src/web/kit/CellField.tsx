import './CellField.css'
import type { ClipboardEvent, KeyboardEvent } from 'react'

type CellProps = {
  /** What the cell is and whose: 'Điểm, Lê Văn Ánh'. */
  label: string
  /** Fields of one name stand in one column. */
  column: string
  value: string
  onChange: (value: string) => void
  /** It differs from what is stored. */
  changed?: boolean
  /** Several lines pasted at once: this cell and those below it. */
  onLines?: (lines: string[]) => void
  /** Ctrl+D: this value for all below. */
  onFillDown?: () => void
}

/** A box for words within a table: Enter and the arrows go up and down its column, as in a spreadsheet. */
export function CellText({ label, column, value, onChange, changed, onLines, onFillDown }: CellProps) {
  function paste(event: ClipboardEvent) {
    const lines = event.clipboardData
      .getData('text/plain')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
    if (!onLines || lines.length < 2) return
    event.preventDefault()
    onLines(lines)
  }
  return (
    <input
      className="kc-input kc-cell-field"
      aria-label={label}
      autoComplete="off"
      data-column={column}
      data-changed={changed ? '' : undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onPaste={paste}
      onKeyDown={(event) => moveInColumn(event, ['Enter', 'ArrowUp', 'ArrowDown'], onFillDown)}
    />
  )
}

/** One of a few values within a table; Enter goes down its column, the arrows choose. */
export function CellSelect({
  options,
  label,
  column,
  value,
  onChange,
  changed,
  onFillDown,
}: Omit<CellProps, 'onLines'> & { options: readonly { value: string; label: string }[] }) {
  return (
    <select
      className="kc-input kc-cell-field"
      aria-label={label}
      data-column={column}
      data-changed={changed ? '' : undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => moveInColumn(event, ['Enter'], onFillDown)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

function moveInColumn(event: KeyboardEvent<HTMLElement>, keys: readonly string[], onFillDown: (() => void) | undefined) {
  if (event.ctrlKey && event.key.toLowerCase() === 'd' && onFillDown) {
    event.preventDefault()
    onFillDown()
    return
  }
  if (!keys.includes(event.key) || event.ctrlKey || event.altKey) return
  event.preventDefault()
  const field = event.currentTarget
  const fields = Array.from(field.closest('table')?.querySelectorAll<HTMLElement>('[data-column]') ?? []).filter(
    ({ dataset }) => dataset['column'] === field.dataset['column'],
  )
  const up = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey)
  const next = fields[fields.indexOf(field) + (up ? -1 : 1)]
  next?.focus()
  if (next instanceof HTMLInputElement) next.select()
}
