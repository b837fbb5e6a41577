import { floatingPart } from '#web/kit/floating-part.tsx'
import type { DrawerProps } from '#web/kit/DrawerFrame.tsx'

/** A sheet from the side, over the page. For the list behind a number use SideList, which stands beside it. */
export const Drawer = floatingPart<DrawerProps>(() => import('./DrawerFrame.tsx').then((module) => module.DrawerFrame))
