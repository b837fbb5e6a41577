import { floatingPart } from '#web/kit/floating-part.tsx'
import type { DialogProps } from '#web/kit/DialogFrame.tsx'

/** A task over the page. It closes by Escape and by its cross, never by a stray click beside it. */
export const Dialog = floatingPart<DialogProps>(() => import('./DialogFrame.tsx').then((module) => module.DialogFrame))
