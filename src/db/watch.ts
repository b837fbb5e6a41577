import type pg from 'pg'

/** How the connections of a pool stand. */
export type PoolState = { total: number; idle: number; waiting: number }
type Watcher = (client: pg.PoolClient) => void

const pools = new Set<pg.Pool>()
const watchers = new Set<Watcher>()

/** Keeps a pool in sight, and a connection that breaks from ending the process: whoever uses it is told by its own statement. */
export function watchPool(pool: pg.Pool): void {
  pools.add(pool)
  // An idle connection that breaks is replaced at its next use.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    // One that breaks between two statements of a transaction has no listener of the pool's.
    client.on('error', () => undefined)
    for (const watcher of watchers) watcher(client)
  })
}

/** Shows each connection opened from now on to somebody, such as who writes down its statements; returns how to stop it. */
export function watchConnections(watcher: Watcher): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** All connections of this process together. */
export function poolState(): PoolState {
  const state = { total: 0, idle: 0, waiting: 0 }
  for (const pool of pools) {
    if (pool.ended) pools.delete(pool)
    state.total += pool.totalCount
    state.idle += pool.idleCount
    state.waiting += pool.waitingCount
  }
  return state
}
