import { useLayoutEffect, useState, type RefObject } from 'react'

const footAndMargin = 31 + 2 + 12

/** The height that the screen leaves below an element's top, so that a long list fills the page without a second scroll bar. */
export function useRestOfScreen(frame: RefObject<HTMLElement | null>, given: string | undefined): string | undefined {
  const [height, setHeight] = useState<string>()
  useLayoutEffect(() => {
    if (given !== undefined) return
    function measure() {
      const top = (frame.current?.getBoundingClientRect().top ?? 0) + scrollY
      setHeight(`calc(100vh - ${Math.round(top + footAndMargin)}px)`)
    }
    measure()
    const observer = new ResizeObserver(measure) // What stands above may wrap or load.
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [frame, given])
  return given ?? height
}
