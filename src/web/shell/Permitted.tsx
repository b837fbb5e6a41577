import type { ReactNode } from 'react'
import { Problem } from '#web/client.ts'
import { Failure } from '#web/kit/Failure.tsx'
import { useMay } from '#web/session.tsx'

/** Shows a page to those who may see it; the server decides again on every read. */
export function Permitted({ permission, children }: { permission: string | undefined; children: ReactNode }) {
  const may = useMay()
  return may(permission) ? children : <Failure error={new Problem(403)} />
}
