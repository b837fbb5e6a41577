import { createContext, use } from 'react'
import { todayInVietnam } from '#web/format.ts'

/** The server's day; the browser's clock may be wrong, and tests set another. */
export const Today = createContext<string | null>(null)

export function useToday(): string {
  return use(Today) ?? todayInVietnam()
}
