import './Floating.css'
import { cloneElement, useCallback, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react'
import { fold } from '#lib/vietnamese-names.ts'
import { useGo } from '#web/day.ts'
import { usePopup } from '#web/kit/use-popup.ts'

export type MenuItem = {
  label: string
  /** Said after the label, muted. */
  about?: string
  to?: string
  onSelect?: () => void
  /** Why it may not be chosen now. */
  why?: string | null
  danger?: boolean
}

type ButtonElement = ReactElement<{ onClick?: () => void; 'aria-expanded'?: boolean; 'aria-haspopup'?: 'menu' }>

/** Choices behind one button; `children` is that button. */
export function Menu({ items, heading, children }: { items: MenuItem[]; heading?: string; children: ButtonElement }) {
  const go = useGo()
  const [opened, setOpened] = useState(false)
  const close = useCallback(() => setOpened(false), [])
  const { anchor, place, handlers, focusButton } = usePopup(opened, close)
  function choose({ to, onSelect, why }: MenuItem) {
    if (why) return
    close()
    focusButton() // First, so that a dialog opened by the choice gives the focus back to the button.
    if (to) go(to)
    onSelect?.()
  }
  return (
    <span ref={anchor} className="kc-anchor" {...handlers}>
      {cloneElement(children, { 'aria-haspopup': 'menu', 'aria-expanded': opened, onClick: () => setOpened(!opened) })}
      {opened && <MenuPanel items={items} heading={heading} style={place} onChoose={choose} />}
    </span>
  )
}

function MenuPanel({
  items,
  heading,
  style,
  onChoose,
}: {
  items: MenuItem[]
  heading: string | undefined
  style: React.CSSProperties
  onChoose: (item: MenuItem) => void
}) {
  const headingId = useId()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus({ preventScroll: true })
  }, [])
  return (
    <div className="kc-popup" style={style}>
      {heading && (
        <div id={headingId} className="kc-popup-label">
          {heading}
        </div>
      )}
      <div ref={panel} role="menu" aria-labelledby={heading ? headingId : undefined} onKeyDown={moveInMenu}>
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className="kc-popup-item"
            aria-disabled={item.why ? true : undefined}
            title={item.why ?? undefined}
            data-danger={item.danger || undefined}
            onClick={() => onChoose(item)}
          >
            {item.label}
            {(item.why ?? item.about) && <small>{item.why ?? item.about}</small>}
          </button>
        ))}
      </div>
    </div>
  )
}

/** Arrows, Home, End and first letters, by the ARIA menu pattern. */
function moveInMenu(event: KeyboardEvent<HTMLElement>) {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')]
  const at = items.findIndex((item) => item === document.activeElement)
  const target: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }
  const byLetter =
    event.key.length === 1 && event.key !== ' '
      ? [...items.slice(at + 1), ...items].find((item) => fold(item.textContent ?? '').startsWith(fold(event.key)))
      : undefined
  const next = target[event.key] === undefined ? byLetter : items[((target[event.key] ?? 0) + items.length) % items.length]
  if (!next || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  next.focus()
}
