import { useEffect } from 'react'

/** The arrows turn the months and T goes home, wherever the focus is, save where somebody types or a list has its own arrows. */
export function useMonthKeys({ onTurn, onHome }: { onTurn: (months: number) => void; onHome: () => void }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const own = 'input, textarea, select, [contenteditable], dialog, [role="dialog"], [role="menu"], [role="listbox"], [role="tablist"]'
      const isTaken = event.target instanceof HTMLElement && event.target.closest(own)
      if (isTaken || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (event.key === 'ArrowLeft') onTurn(-1)
      else if (event.key === 'ArrowRight') onTurn(1)
      else if (event.key.toLowerCase() === 't') onHome()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}
