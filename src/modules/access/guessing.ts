/** What is counted: guesses of one name's password from one address, from anywhere, of any name from one address; and those of codes. */
export const kinds = ['name', 'pair', 'address', 'code', 'code-pair'] as const
export type Kind = (typeof kinds)[number]

export type Tally = { kind: Kind; failures: number; lastAt: Date }

type Limit = {
  /** So many wrong guesses cost nothing. */
  free: number
  /** Seconds to wait after each further one; the last stays. */
  waits: [number, ...number[]]
  /** From the first wrong guess on; then the count begins anew. */
  windowMinutes: number
}

const locked = 15 * 60
const perPair: Limit = { free: 3, waits: [5, 15, 30, 60, locked], windowMinutes: 24 * 60 }

export const limits: Record<Kind, Limit> = {
  pair: perPair,
  'code-pair': perPair,
  // Guessed at from many addresses at once.
  name: { free: 39, waits: [locked], windowMinutes: 60 },
  code: { free: 19, waits: [locked], windowMinutes: 60 },
  // Many names tried from one place.
  address: { free: 29, waits: [locked], windowMinutes: 15 },
}

// A whole office stands behind one address; its people do mistype.
const officeFactor = 10

/**
 * How many seconds the next guess has to wait, 0 when it may be made now. Where the account has signed in before, the
 * guesses of strangers elsewhere do not count: they can lock it for themselves, not for its owner.
 */
export function waitSeconds(tallies: Tally[], now: Date, isKnownAddress: boolean): number {
  const waits = tallies
    .filter(({ kind }) => !isKnownAddress || (kind !== 'name' && kind !== 'code'))
    .map((tally) => {
      const until = waitOf(tally, isKnownAddress) * 1000 + tally.lastAt.getTime()
      return Math.ceil((until - now.getTime()) / 1000)
    })
  return Math.max(0, ...waits)
}

function waitOf({ kind, failures }: Tally, isKnownAddress: boolean): number {
  const { free, waits } = limits[kind]
  const beyond = failures - (kind === 'address' && isKnownAddress ? free * officeFactor : free)
  if (beyond <= 0) return 0
  return waits[Math.min(beyond, waits.length) - 1] ?? locked
}

/** A tally lives as long as its window, and as long as the longest wait that may follow from it. */
export function forgottenBefore(kind: Kind, now: Date): { first: Date; last: Date } {
  return { first: new Date(now.getTime() - limits[kind].windowMinutes * 60_000), last: new Date(now.getTime() - locked * 1000) }
}
