import { floatingPart } from '#web/kit/floating-part.tsx'
import type { PaletteFrameProps } from '#web/kit/PaletteBox.tsx'

/** A dialog without a head, closed by Escape or a click beside it. */
export const PaletteFrame = floatingPart<PaletteFrameProps>(() => import('./PaletteBox.tsx').then((module) => module.PaletteBox))
