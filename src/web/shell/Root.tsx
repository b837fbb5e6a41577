import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router'
import { use } from 'react'
import { useSession } from '#web/session.tsx'
import { ShellParts } from '#web/shell/shell-parts.ts'
import { SignInPage } from '#web/shell/SignInPage.tsx'

export const firstRunPath = '/first-run'
const passwordPath = '/password'
const secondFactorPath = '/second-factor'

/** Who may go on: a new installation is set up first, a stranger signs in and then sees the page asked for, a given password is changed first, a second factor that a role asks for is set up first. */
export function Root() {
  const { account, firstRun } = useSession()
  const { pages } = use(ShellParts)
  const { pathname } = useLocation()
  const alone = pages.some((page) => page.alone && page.path === pathname)
  if (firstRun && pathname !== firstRunPath && pages.some(({ path }) => path === firstRunPath))
    return <Navigate to={firstRunPath} replace />
  if (!account && !alone) return <SignInPage />
  if (account?.mustChangePassword && pathname !== passwordPath) return <Navigate to={passwordPath} replace />
  if (account?.mustEnrol && !account.mustChangePassword && pathname !== secondFactorPath) return <Navigate to={secondFactorPath} replace />
  return (
    <>
      <ScrollRestoration />
      <Outlet />
    </>
  )
}
