import './Badge.css'
import type { ReactNode } from 'react'

export type Tone = 'plain' | 'chosen' | 'attention' | 'success' | 'error' | 'quiet'

/** A short state or value. `error` is for things that failed, never for people. */
export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="kc-badge" data-tone={tone}>
      {children}
    </span>
  )
}
