import { use } from 'react'
import { Link, useLocation } from 'react-router'
import { keepDay } from '#web/day.ts'
import { useLanguage } from '#web/language.tsx'
import type { MenuGroup } from '#web/module-route.ts'
import { useMay } from '#web/session.tsx'
import { isCurrent, menuOf } from '#web/shell/menu-groups.ts'
import { messages } from '#web/shell/messages.ts'
import { ShellParts } from '#web/shell/shell-parts.ts'
import { useWords } from '#web/words.ts'

/** The main menu: at the left of wide screens, in a drawer on others. */
export function MenuList({ onGo }: { onGo?: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { pages } = use(ShellParts)
  const may = useMay()
  const { pathname, search } = useLocation()
  return (
    <nav className="kc-menu" aria-label={words.mainMenu}>
      {menuOf(pages, may).map(({ group, pages: members }) => (
        <div key={group}>
          {groupName(group, words) && <h2>{groupName(group, words)}</h2>}
          <ul>
            {members.map(({ path, menu }) => (
              <li key={path}>
                <Link to={keepDay(path, search)} onClick={onGo} aria-current={isCurrent(path, pathname) ? 'page' : undefined}>
                  {menu.label[language]}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function groupName(group: MenuGroup, words: typeof messages.vi): string {
  return {
    work: words.groupWork,
    people: words.groupPeople,
    cycle: words.groupCycle,
    figures: words.groupFigures,
    system: words.groupSystem,
  }[group]
}
