import './States.css'
import type { ReactNode } from 'react'

/** A line above the content that the reader must know, such as a withdrawn decision. */
export function Notice({ tone = 'attention', children }: { tone?: 'attention' | 'success' | 'error' | 'plain'; children: ReactNode }) {
  return (
    <div className="kc-notice" data-tone={tone} role={tone === 'error' ? 'alert' : 'note'}>
      {children}
    </div>
  )
}
