import './Page.css'
import { useEffect, type ReactNode } from 'react'
import { Link } from '#web/kit/Link.tsx'
import { messages } from '#web/kit/messages.ts'
import { useWords } from '#web/words.ts'

export type Crumb = { label: string; to?: string }

/**
 * The frame of every page. The title is the page's finding, in a sentence with its number.
 * `filters` stand left and `actions` right above the body; `beside` is the list behind a chosen figure (a SideList); `narrow` where it is only notes.
 */
export function Page({
  title,
  crumbs = [],
  about,
  filters,
  actions,
  beside,
  narrow,
  children,
}: {
  title: string
  crumbs?: Crumb[]
  about?: ReactNode
  filters?: ReactNode
  actions?: ReactNode
  beside?: ReactNode
  narrow?: boolean
  children: ReactNode
}) {
  const words = useWords(messages)
  useDocumentTitle(title)
  return (
    <article className="kc-page" data-beside={beside ? (narrow ? 'narrow' : '') : undefined}>
      <header className="kc-page-head">
        <div>
          {crumbs.length > 0 && (
            <nav aria-label={words.breadcrumbs}>
              <ol className="kc-crumbs">
                {crumbs
                  .filter(({ label }) => label !== '')
                  .map(({ label, to }) => (
                    <li key={label}>
                      {to ? (
                        <Link kind="quiet" to={to}>
                          {label}
                        </Link>
                      ) : (
                        label
                      )}
                    </li>
                  ))}
              </ol>
            </nav>
          )}
          <h1>{title}</h1>
          {about && <div className="kc-page-about">{about}</div>}
        </div>
        {!filters && actions && <div className="kc-page-actions">{actions}</div>}
      </header>
      {filters && (
        <div className="kc-page-bar">
          <div>{filters}</div>
          <div>{actions}</div>
        </div>
      )}
      <div className="kc-page-body">
        <div className="kc-stack">{children}</div>
        {beside}
      </div>
    </article>
  )
}

/** Names the browser's tab, the history and the printed page. */
export function useDocumentTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · Kế Cận`
  }, [title])
}
