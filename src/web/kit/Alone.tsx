import './Alone.css'
import type { ReactNode } from 'react'
import { useDocumentTitle } from '#web/kit/Page.tsx'

/** The frame of a page that stands without menu and header, such as the first run. */
export function Alone({ title, about, actions, children }: { title: string; about?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  useDocumentTitle(title)
  return (
    <main className="kc-alone">
      <header>
        <div>
          <h1>{title}</h1>
          {about && <p className="kc-muted">{about}</p>}
        </div>
        {actions}
      </header>
      {children}
    </main>
  )
}
