import { useState } from 'react'
import { adoptProposal } from '#modules/training/proposal.contract.ts'
import type { ReplyOf } from '#lib/operation.ts'
import { useCommand } from '#web/command.ts'
import { useFormat } from '#web/format.ts'
import { Confirm } from '#web/kit/Confirm.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Stack } from '#web/kit/Card.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './proposal-messages.ts'

/** Puts those proposed on the boards; afterwards says who still has no class to go to. */
export function AdoptProposal({ planId, revision, onClose }: { planId: string; revision: number; onClose: () => void }) {
  const words = useWords(messages)
  const format = useFormat()
  const say = useToast()
  const [done, setDone] = useState<ReplyOf<typeof adoptProposal> | null>(null)
  const adopt = useCommand(adoptProposal, {
    onDone: (reply) => {
      say(words.adopted(format.number(reply.nominated)))
      if (reply.waiting.length === 0) onClose()
      else setDone(reply)
    },
  })
  if (done)
    return (
      <Dialog opened title={words.adopted(format.number(done.nominated))} onClose={onClose}>
        <Stack>
          {done.waiting.map(({ lineId, title, people }) => (
            <Notice key={lineId}>{words.waiting(format.number(people), title)}</Notice>
          ))}
        </Stack>
      </Dialog>
    )
  return (
    <Confirm
      opened
      title={words.adopt}
      action={words.adopt}
      busy={adopt.busy}
      problem={adopt.problem}
      onConfirm={() => adopt.send({ planId, revision })}
      onClose={onClose}
    >
      {words.adoptAbout}
    </Confirm>
  )
}
