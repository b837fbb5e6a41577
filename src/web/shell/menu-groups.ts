import type { MenuGroup, ModuleRoute } from '#web/module-route.ts'

/** The order of the cycle: what to do, who we have, what we do with them, what comes of it, the system. */
const groups: MenuGroup[] = ['work', 'people', 'cycle', 'figures', 'system']

export type MenuPage = ModuleRoute & { menu: NonNullable<ModuleRoute['menu']> }

/** The menu of one account: only pages that exist and that it may open, group by group. */
export function menuOf(pages: ModuleRoute[], may: (permission: string | undefined) => boolean): { group: MenuGroup; pages: MenuPage[] }[] {
  const permitted = pages.filter((page): page is MenuPage => page.menu !== undefined && may(page.permission))
  return groups
    .map((group) => ({
      group,
      pages: permitted.filter(({ menu }) => menu.group === group).sort((one, other) => one.menu.order - other.menu.order),
    }))
    .filter((part) => part.pages.length > 0)
}

/** Whether the menu item stands for the page shown: itself or what lies below it. */
export function isCurrent(path: string, pathname: string): boolean {
  return path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`)
}
