import './palette.css'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import { useDay, useGo } from '#web/day.ts'
import { PaletteFrame } from '#web/kit/PaletteFrame.tsx'
import { messages } from '#web/shell/messages.ts'
import { usePaletteFindings } from '#web/shell/palette-findings.ts'
import { useWords } from '#web/words.ts'

/** Ctrl+K: everything that has a name or a number, and every page, by typing. */
export function Palette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const words = useWords(messages)
  return (
    <PaletteFrame opened={opened} label={words.searchTitle} onClose={onClose}>
      <PaletteBody onClose={onClose} />
    </PaletteFrame>
  )
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const words = useWords(messages)
  const id = useId()
  const go = useGo()
  const { day } = useDay()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { groups, waiting } = usePaletteFindings(text, day)
  const all = groups.flatMap(({ found }) => found)
  const chosen = all[Math.min(at, all.length - 1)]
  function open(to: string) {
    onClose()
    go(to)
  }
  function key(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt((all.length + Math.min(at, all.length - 1) + step) % Math.max(1, all.length))
    }
    if (event.key === 'Enter' && chosen) open(chosen.to)
  }
  return (
    <div className="kc-palette-body">
      <input
        className="kc-palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={id}
        aria-label={words.search}
        aria-activedescendant={chosen && `${id}-${chosen.key}`}
        placeholder={words.search}
        value={text}
        autoFocus
        onKeyDown={key}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
      />
      <div className="kc-palette-list" id={id} role="listbox" aria-label={words.searchTitle} aria-busy={waiting}>
        {groups.map(({ key: group, label, found }) => (
          <div key={group} role="group" aria-label={label}>
            <div className="kc-popup-label" aria-hidden="true">
              {label}
            </div>
            {found.map((one) => (
              <div
                key={one.key}
                id={`${id}-${one.key}`}
                role="option"
                className="kc-popup-item"
                aria-selected={one === chosen}
                ref={one === chosen ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
                onClick={() => open(one.to)}
              >
                {one.label}
                {one.about && <small>{one.about}</small>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <div className="kc-palette-foot" role="status">
        {all.length === 0 && text && !waiting ? words.searchNothing(text) : words.searchHint}
      </div>
    </div>
  )
}

/** Ctrl+K (⌘K) anywhere. */
export function usePaletteKey(open: () => void) {
  useEffect(() => {
    function key(event: globalThis.KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
      event.preventDefault()
      open()
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [open])
}
