import './Floating.css'
import { cloneElement, useCallback, useEffect, useRef, type ReactElement, type ReactNode } from 'react'
import { usePopup } from '#web/kit/use-popup.ts'

/** A small panel beside its button; it takes the focus and gives it back. */
export function Popover({
  opened,
  onChange,
  label,
  button,
  children,
}: {
  opened: boolean
  onChange: (opened: boolean) => void
  label: string
  button: ReactElement<{ 'aria-expanded'?: boolean; 'aria-haspopup'?: 'dialog' }>
  children: ReactNode
}) {
  const close = useCallback(() => onChange(false), [onChange])
  const { anchor, place, handlers } = usePopup(opened, close)
  return (
    <span ref={anchor} className="kc-anchor" {...handlers}>
      {cloneElement(button, { 'aria-expanded': opened, 'aria-haspopup': 'dialog' })}
      {opened && (
        <Panel label={label} style={place}>
          {children}
        </Panel>
      )}
    </span>
  )
}

function Panel({ label, style, children }: { label: string; style: React.CSSProperties; children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('button, input, select, a')?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={panel} role="dialog" aria-label={label} className="kc-popup" style={style}>
      {children}
    </div>
  )
}
