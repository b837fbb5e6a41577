import { readFileSync } from 'node:fs'
import { solveApart } from '#modules/training/proposal/solving.node.ts'
import type { Solution } from '#modules/training/proposal/solve.node.ts'
import { instanceOf, type InstanceSize } from './instance.ts'

export type ProposalMeasured = Pick<Solution, 'seconds' | 'objective' | 'bound' | 'gap' | 'greedy'> & {
  needs: number
  assigned: number
  columns: number
  cpuSeconds: number
  peakMb: number | null
}

/** A proposal worked out as the product does it: on a thread of its own, to a gap of one per cent. */
export async function measureProposal(size: InstanceSize): Promise<ProposalMeasured> {
  const instance = instanceOf(size)
  const before = process.cpuUsage()
  const solution = await solveApart({ instance, seconds: 50, gap: 0.01 }, () => undefined, new AbortController().signal)
  const { user, system } = process.cpuUsage(before)
  const { seconds, objective, bound, gap, greedy, assigned } = solution
  return {
    ...{ seconds, objective, bound, gap, greedy, assigned: assigned.length, needs: instance.needs.length, columns: solution.size.columns },
    cpuSeconds: (user + system) / 1e6,
    peakMb: peakMemory(),
  }
}

/** Of the whole process since it began, as the kernel says. */
function peakMemory(): number | null {
  try {
    const kb = /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    return kb === undefined ? null : Math.round(Number(kb) / 1000)
  } catch {
    return null
  }
}
