import './States.css'
import type { ReactNode } from 'react'

/** Nothing here: what this is, why it is empty, and the one next action. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="kc-state">
      <h2>{title}</h2>
      {children && <div>{children}</div>}
      {action && <div className="kc-row">{action}</div>}
    </div>
  )
}
