import { useLayoutEffect, useRef, useState } from 'react'

/** The width an element has been given, kept up to date; drawings use it so that their type is not scaled. */
export function useWidth<Element extends HTMLElement>(first = 720) {
  const frame = useRef<Element>(null)
  const [width, setWidth] = useState(first)
  useLayoutEffect(() => {
    if (!frame.current) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width))
    })
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [])
  return { frame, width }
}
