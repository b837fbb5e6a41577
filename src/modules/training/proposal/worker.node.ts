import { parentPort } from 'node:worker_threads'
import { Solver } from './highs.node.ts'
import type { FromSolver, ToSolver } from './solving.node.ts'
import { solve } from './solve.node.ts'

if (parentPort === null) throw new Error('this file runs in a worker')
const port = parentPort
const paceInMs = 200

port.once('message', ({ instance, seconds, gap }: ToSolver) => {
  void Solver.open().then((solver) => {
    let toldAt = 0
    const tell = (progress: Extract<FromSolver, { progress: unknown }>['progress']) => {
      if (performance.now() - toldAt < paceInMs) return
      toldAt = performance.now()
      port.postMessage({ progress } satisfies FromSolver)
    }
    port.postMessage({ solution: solve(instance, solver, { seconds, gap, tell }) } satisfies FromSolver)
  })
})
