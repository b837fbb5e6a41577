import './States.css'
import { useId } from 'react'
import { useFormat } from '#web/format.ts'
import { messages } from '#web/kit/messages.ts'
import { useWords } from '#web/words.ts'

/** How far a long job is; without `total` it only says that it goes on. */
export function Progress({ label, done, total }: { label: string; done?: number; total?: number }) {
  const words = useWords(messages)
  const format = useFormat()
  const id = useId()
  const known = done !== undefined && total !== undefined && total > 0
  return (
    <div className="kc-progress">
      <div>
        <label htmlFor={id}>{label}</label>
        {known && <span>{words.done(format.number(done), format.number(total))}</span>}
      </div>
      <progress id={id} max={known ? total : undefined} value={known ? done : undefined} />
    </div>
  )
}
