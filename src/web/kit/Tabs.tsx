import './Tabs.css'
import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { useFormat } from '#web/format.ts'

export type Tab = { key: string; label: string; count?: number; content: () => ReactNode }

/** Parts of one thing, one at a time; which one stands in the address (`?tab=`). The first is the default. */
export function Tabs({ label, tabs, parameter = 'tab' }: { label: string; tabs: Tab[]; parameter?: string }) {
  const format = useFormat()
  const id = useId()
  const [search, setSearch] = useSearchParams()
  const current = tabs.find(({ key }) => key === search.get(parameter)) ?? tabs[0]
  function choose(key: string) {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before)
        if (key === tabs[0]?.key) next.delete(parameter)
        else next.set(parameter, key)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  }
  if (!current) return null
  return (
    <>
      <div className="kc-tabs" role="tablist" aria-label={label} onKeyDown={(event) => moveBetween(event, tabs, current.key, choose)}>
        {tabs.map(({ key, label: name, count }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={key === current.key}
            aria-controls={`${id}-panel`}
            tabIndex={key === current.key ? 0 : -1}
            onClick={() => choose(key)}
          >
            {name}
            {count !== undefined && <span>{format.number(count)}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current.key}`}>
        {current.content()}
      </div>
    </>
  )
}

function moveBetween(event: KeyboardEvent, tabs: Tab[], current: string, choose: (key: string) => void) {
  const at = tabs.findIndex(({ key }) => key === current)
  const targets: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }
  const target = targets[event.key]
  const tab = target === undefined ? undefined : tabs[(target + tabs.length) % tabs.length]
  if (!tab) return
  event.preventDefault()
  choose(tab.key)
  event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[tabs.indexOf(tab)]?.focus()
}
