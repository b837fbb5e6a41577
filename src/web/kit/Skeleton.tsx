import './States.css'
import { messages } from '#web/kit/messages.ts'
import { useWords } from '#web/words.ts'

/** The place of what is still being read; it shows only after 300 ms. */
export function Skeleton({ rows = 6 }: { rows?: number }) {
  const words = useWords(messages)
  return (
    <div className="kc-skeleton" role="status" aria-label={words.loading}>
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} />
      ))}
    </div>
  )
}
