import './Card.css'
import { useId, type ReactNode } from 'react'

/** A titled part of a page. `flush` lets a table or grid touch the edges. */
export function Card({
  title,
  about,
  actions,
  footer,
  flush,
  children,
}: {
  title?: ReactNode
  about?: ReactNode
  actions?: ReactNode
  footer?: ReactNode
  flush?: boolean
  children?: ReactNode
}) {
  const heading = useId()
  return (
    <section className="kc-card" data-flush={flush ? '' : undefined} aria-labelledby={title ? heading : undefined}>
      {(title || actions) && (
        <div className="kc-card-head">
          <div>
            {title && <h2 id={heading}>{title}</h2>}
            {about && <div className="kc-card-about">{about}</div>}
          </div>
          {actions && <div className="kc-row">{actions}</div>}
        </div>
      )}
      {children && <div className="kc-card-body">{children}</div>}
      {footer && <div className="kc-card-foot">{footer}</div>}
    </section>
  )
}

/** Parts of a page below each other. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className="kc-stack">{children}</div>
}

/** Parts side by side while each has `least` pixels, else below each other. */
export function Columns({ least = 300, children }: { least?: number; children: ReactNode }) {
  return (
    <div className="kc-columns" style={{ '--least': `${least}px` } as React.CSSProperties}>
      {children}
    </div>
  )
}

/** Controls or words in one line that may wrap. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="kc-row">{children}</div>
}
