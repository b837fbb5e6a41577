import { request } from 'node:http'
import { beforeAll, expect, test } from 'vitest'
import { newDatabase } from './database.ts'
import { startServer } from './serving.ts'

let url: string

beforeAll(async () => {
  ;({ url } = await newDatabase())
})

/** A sign-in whose body is held back until `finish` is called. */
function slowRequest(address: string): { sent: Promise<void>; finish: () => Promise<number> } {
  const body = JSON.stringify({ username: 'nobody', password: 'wrong' })
  const outgoing = request(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  })
  const answered = new Promise<number>((resolve, reject) => {
    outgoing.once('response', (answer) => resolve(answer.resume().statusCode ?? 0))
    outgoing.once('error', reject)
  })
  answered.catch(() => undefined) // Whoever finishes it is told.
  const sent = new Promise<void>((resolve) => outgoing.write(body.slice(0, 10), () => resolve()))
  return {
    sent,
    finish: () => {
      outgoing.end(body.slice(10))
      return answered
    },
  }
}

const isOpen = (address: string) =>
  fetch(`${address}/health/live`).then(
    () => true,
    () => false,
  )

test('told to stop, the server finishes what it has begun, takes nothing new and ends well', { timeout: 90_000 }, async () => {
  const [first, second] = await Promise.all([startServer(url), startServer(url)])
  const slow = slowRequest(first.address)
  await slow.sent
  // The server has heard of the slow request once it answers one that came after it.
  expect(await isOpen(first.address)).toBe(true)

  first.tell('SIGTERM')
  while (await isOpen(first.address));
  expect(await slow.finish()).toBe(409)
  expect(await first.ended).toBe(0)

  // Another server on the same database goes on.
  const ready = await fetch(`${second.address}/health/ready`)
  expect([ready.status, await ready.json()]).toMatchObject([200, { ready: true }])

  // Told twice it waits for nobody.
  const unfinished = slowRequest(second.address)
  await unfinished.sent
  expect(await isOpen(second.address)).toBe(true)
  const word = setInterval(() => second.tell('SIGINT'), 200)
  expect(await second.ended).toBe(130)
  clearInterval(word)
  await expect(unfinished.finish()).rejects.toThrow(/socket hang up|ECONNRESET|EPIPE/)
})
