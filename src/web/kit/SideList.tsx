import './SideList.css'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { IconButton } from '#web/kit/Button.tsx'
import { messages } from '#web/kit/messages.ts'
import { useWords } from '#web/words.ts'

/** The list behind a chosen number, beside the figures (`<Page beside={…}>`); on small screens it slides over. It takes the focus; Escape closes it. */
export function SideList({
  title,
  about,
  footer,
  onClose,
  children,
}: {
  title: string
  about?: ReactNode
  footer?: ReactNode
  onClose: () => void
  children: ReactNode
}) {
  const words = useWords(messages)
  const heading = useId()
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    frame.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <aside
      ref={frame}
      className="kc-side"
      tabIndex={-1}
      aria-labelledby={heading}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className="kc-side-head">
        <div>
          {about && <div className="kc-card-about">{about}</div>}
          <h2 id={heading}>{title}</h2>
        </div>
        <IconButton icon="close" label={words.close} onClick={onClose} />
      </div>
      <div className="kc-side-body">{children}</div>
      {footer && <div className="kc-side-foot">{footer}</div>}
    </aside>
  )
}
