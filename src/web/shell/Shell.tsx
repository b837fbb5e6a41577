import './shell.css'
import './print.css'
import { useEffect, useRef } from 'react'
import { Outlet, useLocation } from 'react-router'
import { Header } from '#web/shell/Header.tsx'
import { MenuList } from '#web/shell/MenuList.tsx'
import { messages } from '#web/shell/messages.ts'
import { OfflineNotice } from '#web/shell/OfflineNotice.tsx'
import { PrintFoot, PrintHead } from '#web/shell/PrintFrame.tsx'
import { SignInAgain } from '#web/shell/SignInAgain.tsx'
import { UnsavedGuard } from '#web/shell/UnsavedGuard.tsx'
import { useWords } from '#web/words.ts'

/** Header, menu and the page between them. */
export function Shell() {
  const words = useWords(messages)
  const main = useFocusOnArrival()
  return (
    <UnsavedGuard>
      <a className="kc-skip" href="#main">
        {words.skip}
      </a>
      <Header />
      <div className="kc-body">
        <div className="kc-side-menu">
          <MenuList />
        </div>
        <main id="main" ref={main} className="kc-main" tabIndex={-1}>
          <OfflineNotice />
          <PrintHead />
          <Outlet />
          <PrintFoot />
        </main>
      </div>
      <SignInAgain />
    </UnsavedGuard>
  )
}

/** A screen reader and the keyboard go on from the new page, not from the link that led to it. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const from = useRef(pathname)
  useEffect(() => {
    if (from.current !== pathname) main.current?.focus({ preventScroll: true })
    from.current = pathname
  }, [pathname])
  return main
}
