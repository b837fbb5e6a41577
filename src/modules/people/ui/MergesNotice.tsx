import { useState } from 'react'
import type { PersonFile } from '#modules/people/file.contract.ts'
import { splitPersons } from '#modules/people/merge.contract.ts'
import { useCommand } from '#web/command.ts'
import { useGo } from '#web/day.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Confirm } from '#web/kit/Confirm.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './form-messages.ts'

/** Files merged into this one, and the way back. */
export function MergesNotice({ file, mayWrite }: { file: PersonFile; mayWrite: boolean }) {
  const words = useWords(messages)
  const format = useFormat()
  const go = useGo()
  const [undoing, setUndoing] = useState<string | null>(null)
  const split = useCommand(splitPersons, {
    onDone: ({ personId }) => {
      setUndoing(null)
      go(paths.person(personId))
    },
  })
  return (
    <>
      {file.merges.map(({ id, name, birth, at }) => (
        <Notice key={id} tone="plain">
          {words.merged([name, birth && formatDay(birth)].filter(Boolean).join(' · '), format.instant(at))}{' '}
          {mayWrite && (
            <Button kind="quiet" onClick={() => setUndoing(id)}>
              {words.split}
            </Button>
          )}
        </Notice>
      ))}
      <Confirm
        opened={undoing !== null}
        title={words.split}
        action={words.split}
        reason
        busy={split.busy}
        problem={split.problem}
        onClose={() => setUndoing(null)}
        onConfirm={(reason) => split.send({ personId: file.personId, mergeId: undoing ?? '', reason })}
      />
    </>
  )
}
