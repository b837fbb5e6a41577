import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

// An import's upload or a long export may take as long; beyond it whoever stops us loses patience.
const patienceInMs = 20_000
const ending = new WeakSet<FastifyInstance>()

/** Whether the server has been told to stop: it answers what it has begun, and asks for nothing more. */
export function isEnding(server: FastifyInstance): boolean {
  return ending.has(server)
}

/** Ends serving in order: no longer ready, no new connections, what is in work is finished or cut off when patience ends. */
export async function endServing(server: FastifyInstance, drained: () => Promise<unknown> = drain): Promise<void> {
  ending.add(server)
  await drained()
  const late = setTimeout(() => server.server.closeAllConnections(), patienceInMs)
  await server.close()
  clearTimeout(late)
}

/** A balancer that asks whether we are ready needs a moment to hear of it before the door is shut. */
async function drain(): Promise<void> {
  const seconds = Number(process.env['KECAN_DRAIN_SECONDS'])
  if (seconds > 0) await pause(Math.min(seconds, 60) * 1_000)
}
