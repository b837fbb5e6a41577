import { createHistogram, type RecordableHistogram } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from '../bench/client.ts'
import { randomFrom } from '../../demo/random.ts'
import { acts, type Act, type Seat } from './acts.ts'

export type Tally = { times: Map<string, RecordableHistogram>; errors: Map<string, number>; requests: number; seconds: number }
export type Officer = { seat: Seat; token: string }
export type Manner = { seconds: number; thinkMs: number; today: string }

const mostErrorsTold = 20

/** All at once, each one request after another over a connection of its own, until the time is over. */
export async function crowd(
  base: string,
  officers: Officer[],
  { seconds, thinkMs, today }: Manner,
  say: (line: string) => void,
): Promise<Tally> {
  const tally: Tally = { times: new Map(acts.map(({ name }) => [name, createHistogram()])), errors: new Map(), requests: 0, seconds: 0 }
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(
    officers.map(async ({ seat, token }, place) => {
      const random = randomFrom(`officer ${place}`)
      const chance = (among: number): number => random.whole(0, among - 1)
      const client = new Client(base, token)
      // Nobody arrives at the same instant.
      await pause(chance(Math.max(1, thinkMs)))
      while (performance.now() < until) {
        const act = actFor(chance(100))
        for (const { method, path, body } of act.ask(seat, chance, today)) await once(client, act, { method, path, body })
        if (thinkMs > 0) await pause(thinkMs / 2 + chance(thinkMs))
      }
      client.close()
    }),
  )
  tally.seconds = (performance.now() - began) / 1000
  return tally

  async function once(client: Client, act: Act, asked: { method: string; path: string; body: unknown }): Promise<void> {
    tally.requests++
    const answer = await client
      .ask(asked.method, asked.path, asked.body)
      .catch((error: unknown) => ({ status: 0, text: String(error), ms: 0 }))
    if (answer.status === 200) return tally.times.get(act.name)?.record(Math.max(1, Math.round(answer.ms * 1000)))
    const name = `${act.name} → ${answer.status}`
    const count = (tally.errors.get(name) ?? 0) + 1
    tally.errors.set(name, count)
    if (count <= 2 && tally.errors.size <= mostErrorsTold) say(`${name} ${asked.path} ${answer.text.slice(0, 300)}`)
  }
}

function actFor(hundredth: number): Act {
  let sum = 0
  for (const act of acts) {
    sum += act.share
    if (hundredth < sum) return act
  }
  throw new Error('The shares of the acts do not add up to a hundred')
}
