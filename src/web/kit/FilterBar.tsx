import './Badge.css'
import type { ReactNode } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { messages } from '#web/kit/messages.ts'
import { useWords } from '#web/words.ts'

export type Chip = { label: string; onRemove: () => void }

/** The conditions in force as readable chips, each removable; `children` are the (inline) fields that set them. */
export function FilterBar({ chips = [], onClear, children }: { chips?: Chip[]; onClear?: () => void; children?: ReactNode }) {
  const words = useWords(messages)
  return (
    <>
      {children}
      {chips.map(({ label, onRemove }) => (
        <span key={label} className="kc-chip">
          <span>{label}</span>
          <button type="button" aria-label={words.remove(label)} title={words.remove(label)} onClick={onRemove}>
            <Icon name="close" size={12} />
          </button>
        </span>
      ))}
      {chips.length > 1 && onClear && (
        <Button kind="quiet" onClick={onClear}>
          {words.clearFilters}
        </Button>
      )}
    </>
  )
}
