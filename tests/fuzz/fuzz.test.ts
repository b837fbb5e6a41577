import { expect, test } from 'vitest'
import { fuzz } from './fuzz.ts'

// `npm run fuzz` asks more, each time something else.
const requests = Number(process.env['FUZZ_REQUESTS'] ?? 1000)
const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_123)
const minutes = 60_000

test(
  'whatever is sent, the answer is a reply of its shape or a problem that can be read, and never a fault of ours',
  async () => {
    const outcome = await fuzz({ requests, seed })
    const { found, ...counted } = outcome
    if (requests > 1000) console.log(JSON.stringify({ seed, ...counted }))
    for (const one of found) console.log(`\n${one.op}: ${one.what}\n  ${one.request}\n  ${one.log}`)
    expect(found.map(({ op, what }) => `${op}: ${what}`)).toEqual([])
    expect(outcome.requests).toBe(requests)
    // Of the sound requests enough arrive for the answers to be looked at, too.
    expect(outcome.answeredOperations).toBeGreaterThan(Math.min(outcome.operations, requests / 10) / 2)
  },
  30 * minutes,
)
