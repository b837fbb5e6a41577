import type { ReactNode } from 'react'
import { Problem } from '#web/client.ts'
import { Failure } from '#web/kit/Failure.tsx'
import { useMay } from '#web/session.tsx'

/** Shows a page to those who may see it; the server decides again on every read. */
export function Permitted({
  permission,
  otherwise,
  children,
}: {
  permission: string | undefined
  otherwise?: ReactNode
  children: ReactNode
}) {
  const may = useMay()
  return may(permission) ? children : (otherwise ?? <Failure error={new Problem(403)} />)
}
