import type { CSSProperties } from 'react'

type Box = { top: number; bottom: number; left: number; right: number }
type Screen = { width: number; height: number }

const gap = 4
const roomNeeded = 300

/** Where a popup stands: below its button, above when there is more room; its edge in line with the button's on the side with more room. */
export function placeBeside(button: Box, screen: Screen): CSSProperties {
  const above = screen.height - button.bottom < roomNeeded && button.top > screen.height - button.bottom
  const fromRight = button.left + button.right > screen.width
  return {
    position: 'fixed',
    ...(above ? { bottom: screen.height - button.top + gap } : { top: button.bottom + gap }),
    ...(fromRight ? { right: Math.max(gap, screen.width - button.right) } : { left: Math.max(gap, button.left) }),
    maxHeight: Math.max(120, (above ? button.top : screen.height - button.bottom) - 2 * gap),
  }
}
