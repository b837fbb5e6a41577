import { useState } from 'react'
import { nominate, withdrawNominations } from '#modules/training/board-acts.contract.ts'
import { listEligible, readBoard } from '#modules/training/board.contract.ts'
import { useCommand } from '#web/command.ts'

type Act = { does: 'nominate' | 'withdraw'; personId: string }
const refresh = [readBoard.id, listEligible.id]

/**
 * Nominating and taking back, one at a time, each on the state of the board that the one before left. What was done can be undone
 * in turn; when another officer was there first, the board is read again and nothing is lost.
 */
export function useBoardActs(classId: string, revision: number, readAgain: () => void) {
  const [done, setDone] = useState<Act[]>([])
  const nominating = useCommand(nominate, { refresh })
  const withdrawing = useCommand(withdrawNominations, { refresh })
  const busy = nominating.busy || withdrawing.busy
  async function act({ does, personId }: Act): Promise<boolean> {
    const [one, another] = does === 'nominate' ? [nominating, withdrawing] : [withdrawing, nominating]
    another.reset()
    const reply = await one.send({ classId, revision, personIds: [personId] })
    if (!reply) readAgain()
    return reply !== null
  }
  async function doAct(made: Act) {
    if (!busy && (await act(made))) setDone((before) => [...before, made])
  }
  async function undo() {
    const last = done.at(-1)
    if (!last || busy) return
    setDone(done.slice(0, -1))
    await act({ personId: last.personId, does: last.does === 'nominate' ? 'withdraw' : 'nominate' })
  }
  return {
    nominate: (personId: string) => void doAct({ does: 'nominate', personId }),
    withdraw: (personId: string) => void doAct({ does: 'withdraw', personId }),
    undo: () => void undo(),
    /** What a decision has settled is not undone step by step. */
    forget: () => setDone([]),
    canUndo: done.length > 0,
    busy,
    problem: nominating.problem ?? withdrawing.problem,
  }
}
