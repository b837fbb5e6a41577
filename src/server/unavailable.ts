/** Why nothing can be answered just now, though nothing is wrong with the question. */
export type Outage = 'unavailable' | 'busy' | 'disk-full' | 'read-only'

/** Something of ours is short for a moment; answered 503. */
export class Unavailable extends Error {
  readonly outage: Outage
  constructor(outage: Outage) {
    super(outage)
    this.name = 'Unavailable'
    this.outage = outage
  }
}

// Of PostgreSQL, and one of the framework: https://www.postgresql.org/docs/18/errcodes-appendix.html
const byState: Record<string, Outage> = {
  '25006': 'read-only',
  '25P03': 'busy',
  '53000': 'busy',
  '53100': 'disk-full',
  '53200': 'busy',
  '53300': 'busy',
  '53400': 'busy',
  '55P03': 'busy',
  '57014': 'busy',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  '57P05': 'unavailable',
  FST_ERR_HANDLER_TIMEOUT: 'busy',
  '58000': 'unavailable',
  '58030': 'disk-full',
}
// Of the network, as Node names it.
const byNetwork = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]
// Of the driver, which gives these no code.
const bySentence: [RegExp, Outage][] = [
  [/timeout exceeded when trying to connect/, 'busy'],
  [
    /^Connection terminated|Client has encountered a connection error|Client was closed|Connection ended|the database system is/,
    'unavailable',
  ],
  [/Cannot use a pool after calling end|driver has already been destroyed/, 'unavailable'],
]

/** Whether the database is away, full or crowded; undefined when it is something else. */
export function outageOf(thrown: unknown): Outage | undefined {
  if (thrown instanceof Unavailable) return thrown.outage
  if (!(thrown instanceof Error)) return undefined
  const code = 'code' in thrown ? String(thrown.code) : ''
  const known = byState[code] ?? (code.startsWith('08') ? 'unavailable' : undefined)
  if (known) return known
  if (byNetwork.includes(code) && isOfTheDriver(thrown)) return 'unavailable'
  return bySentence.find(([sentence]) => sentence.test(thrown.message))?.[1]
}

// The same codes come from a file that is not there or from another service: only a connection names a socket's call.
function isOfTheDriver(thrown: Error): boolean {
  if (thrown instanceof AggregateError) return true
  return 'syscall' in thrown && ['connect', 'read', 'write', 'getaddrinfo'].includes(String(thrown.syscall))
}
