import { transactionRetried } from './happenings.ts'

const attempts = 3
// PostgreSQL ends one of two transactions that wait for each other, or that no order explains; it may simply run again.
const clashes = ['40P01', '40001']

/** Runs a transaction again when it met another; what still fails then is for the caller to hear. */
export async function untilNoClash<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction()
    } catch (thrown) {
      if (attempt === attempts || !isClash(thrown)) throw thrown
      transactionRetried.publish({ attempt })
    }
  }
}

export function isClash(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && clashes.includes(String(thrown.code))
}
