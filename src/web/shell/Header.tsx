import { useState } from 'react'
import { IconButton } from '#web/kit/Button.tsx'
import { Drawer } from '#web/kit/Drawer.tsx'
import { Icon } from '#web/kit/Icon.tsx'
import { keepDay } from '#web/day.ts'
import { useLanguage } from '#web/language.tsx'
import { useSession } from '#web/session.tsx'
import { AccountMenu } from '#web/shell/AccountMenu.tsx'
import { DayPicker } from '#web/shell/DayPicker.tsx'
import { LanguageSwitch } from '#web/shell/LanguageSwitch.tsx'
import { MenuList } from '#web/shell/MenuList.tsx'
import { messages } from '#web/shell/messages.ts'
import { Palette, usePaletteKey } from '#web/shell/Palette.tsx'
import { useWords } from '#web/words.ts'
import { Link, useLocation } from 'react-router'

/** Product and authority, search, the day, the language, the account. */
export function Header() {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { authority } = useSession()
  const { search } = useLocation()
  const [searching, setSearching] = useState(false)
  const [menuOpened, setMenuOpened] = useState(false)
  usePaletteKey(() => setSearching(true))
  return (
    <header className="kc-header">
      <div className="kc-hamburger">
        <IconButton icon="menu" label={words.openMenu} aria-expanded={menuOpened} onClick={() => setMenuOpened(true)} />
      </div>
      <Link className="kc-brand" to={keepDay('/', search)}>
        <strong>Kế Cận</strong>
        <span>{authority?.[language]}</span>
      </Link>
      <button type="button" className="kc-search" aria-keyshortcuts="Control+K" onClick={() => setSearching(true)}>
        <Icon name="search" />
        <span>{words.search}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div className="kc-header-end">
        <DayPicker />
        <LanguageSwitch />
        <AccountMenu />
      </div>
      <Palette opened={searching} onClose={() => setSearching(false)} />
      <Drawer opened={menuOpened} title="Kế Cận" side="left" width={264} onClose={() => setMenuOpened(false)}>
        <MenuList onGo={() => setMenuOpened(false)} />
      </Drawer>
    </header>
  )
}
