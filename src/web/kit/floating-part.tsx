import { useEffect, useState, type ComponentType } from 'react'
import { lazyPart } from '#web/lazy-part.tsx'

/** What floats over the page: loaded when it is first opened, and giving the focus back to where it was when it closes. */
export function floatingPart<Props extends { opened: boolean }>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazyPart(load)
  return function FloatingPart(props: Props) {
    const { opened } = props
    const [wanted, setWanted] = useState(opened)
    if (opened && !wanted) setWanted(true)
    useFocusReturn(opened)
    return wanted ? <Part {...props} /> : null
  }
}

const afterItIsGone = 150

/** Also when the dialog is taken away whole, which Mantine's own way of giving the focus back does not see. */
function useFocusReturn(opened: boolean) {
  useEffect(() => {
    if (!opened) return
    const before = document.activeElement
    return () => {
      setTimeout(() => {
        if (document.activeElement === document.body && before instanceof HTMLElement) before.focus({ preventScroll: true })
      }, afterItIsGone)
    }
  }, [opened])
}
