import './PickList.css'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { IconButton } from '#web/kit/Button.tsx'
import type { IconName } from '#web/kit/Icon.tsx'

export type Pick<Row> = { icon: IconName; label: (row: Row) => string; onPick: (row: Row) => void }

/**
 * People to be taken from one list into another: each row has its name, what is said of it and one button. The arrows go from
 * button to button, Space presses it, and the next row then has the focus, so that a list is worked through without the mouse.
 */
export function PickList<Row>({
  label,
  rows,
  rowKey,
  name,
  about,
  more,
  pick,
  empty,
}: {
  label: string
  rows: readonly Row[]
  rowKey: (row: Row) => string
  name: (row: Row) => ReactNode
  about: (row: Row) => ReactNode
  more?: (row: Row) => ReactNode
  /** Without it the list is for reading. */
  pick?: Pick<Row> | null
  /** What stands there while there is nobody. */
  empty?: string
}) {
  const list = useRef<HTMLUListElement>(null)
  const picked = useRef<number | null>(null)
  // The picked row is gone with its button: the one that took its place is next.
  useEffect(() => {
    if (picked.current === null || document.activeElement !== document.body) return
    const buttons = buttonsOf(list.current)
    buttons[Math.min(picked.current, buttons.length - 1)]?.focus({ preventScroll: true })
    picked.current = null
  }, [rows])
  if (rows.length === 0 && empty) return <p className="kc-pick-none">{empty}</p>
  return (
    <ul ref={list} className="kc-pick" aria-label={label} onKeyDown={moveAmongButtons}>
      {rows.map((row, index) => (
        <li key={rowKey(row)}>
          <div>
            {name(row)}
            <div className="kc-pick-about">{about(row)}</div>
          </div>
          {pick && (
            <div className="kc-pick-act">
              <IconButton
                data-pick=""
                icon={pick.icon}
                label={pick.label(row)}
                onClick={() => {
                  picked.current = index
                  pick.onPick(row)
                }}
              />
            </div>
          )}
          {more && <div className="kc-pick-more">{more(row)}</div>}
        </li>
      ))}
    </ul>
  )
}

/** Muted words beside a name. */
export function Quiet({ children }: { children: ReactNode }) {
  return <span className="kc-pick-about">{children}</span>
}

/** Lines of text under each other, in a form or a card. */
export function Lines({ label, lines }: { label: string; lines: readonly { key: string; line: ReactNode }[] }) {
  return (
    <ul className="kc-wide kc-plain-list" aria-label={label}>
      {lines.map(({ key, line }) => (
        <li key={key}>{line}</li>
      ))}
    </ul>
  )
}

/** The head of the rows that count for one unit. */
export function Lane({ children }: { children: ReactNode }) {
  return <div className="kc-lane">{children}</div>
}

/** How much of a share is taken, in words and as a bar; over it is told by both. */
export function Meter({ taken, of, said }: { taken: number; of: number; said: string }) {
  const share = of > 0 ? Math.min(100, Math.round((taken / of) * 100)) : taken > 0 ? 100 : 0
  return (
    <span className="kc-meter" data-over={taken > of ? '' : undefined}>
      <i aria-hidden="true" style={{ '--share': `${share}%` } as React.CSSProperties} />
      {said}
    </span>
  )
}

const signs = { met: '●', unmet: '▲', unknown: '○' }

/** What something came to: a sign and always words. */
export function Verdict({ state, children }: { state: keyof typeof signs; children: ReactNode }) {
  return (
    <span className="kc-verdict" data-state={state}>
      <i aria-hidden="true">{signs[state]}</i>
      <span>{children}</span>
    </span>
  )
}

/** A line that opens to the lines behind it. */
export function More({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="kc-more">
      <summary>{summary}</summary>
      {children}
    </details>
  )
}

/** Keeps a long list within the screen, beside another; on a phone it runs on. */
export function Scrolls({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="kc-scrolls" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  )
}

function moveAmongButtons(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const buttons = buttonsOf(event.currentTarget)
  const at = buttons.findIndex((button) => button === document.activeElement)
  if (step === undefined || at < 0) return
  event.preventDefault()
  buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
}

function buttonsOf(list: Element | null): HTMLElement[] {
  return Array.from(list?.querySelectorAll<HTMLElement>('[data-pick]') ?? [])
}
