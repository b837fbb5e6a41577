import { useEffect, useLayoutEffect, useRef, useState, type CSSProperties, type FocusEvent, type KeyboardEvent } from 'react'
import { placeBeside } from '#web/kit/popup-place.ts'

/** A popup beside its button: placed, closed by Escape, by a press elsewhere and when the focus leaves; the focus goes back to the button. */
export function usePopup(opened: boolean, close: () => void) {
  const anchor = useRef<HTMLSpanElement>(null)
  const [place, setPlace] = useState<CSSProperties>({ position: 'fixed' })
  const button = () => anchor.current?.querySelector<HTMLElement>('button, a')

  useLayoutEffect(() => {
    if (!opened) return
    function put() {
      const box = anchor.current?.getBoundingClientRect()
      if (box) setPlace(placeBeside(box, { width: document.documentElement.clientWidth, height: innerHeight }))
    }
    put()
    addEventListener('resize', put)
    addEventListener('scroll', put, true)
    return () => {
      removeEventListener('resize', put)
      removeEventListener('scroll', put, true)
    }
  }, [opened])

  useEffect(() => {
    if (!opened) return
    function press(event: PointerEvent) {
      if (event.target instanceof Node && !anchor.current?.contains(event.target)) close()
    }
    addEventListener('pointerdown', press)
    return () => removeEventListener('pointerdown', press)
  }, [opened, close])

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !opened) return
    event.stopPropagation() // A dialog beneath stays open.
    close()
    button()?.focus()
  }
  function onBlur(event: FocusEvent) {
    if (opened && event.relatedTarget instanceof Node && !anchor.current?.contains(event.relatedTarget)) close()
  }
  return { anchor, place, handlers: { onKeyDown, onBlur }, focusButton: () => button()?.focus() }
}
