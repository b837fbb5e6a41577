import { useState } from 'react'
import { chooseRow, type PreviewRow } from '#modules/imports/row.contract.ts'
import type { Run } from '#modules/imports/run.contract.ts'
import { useCommand } from '#web/command.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card, Row, Stack } from '#web/kit/Card.tsx'
import { Confirm } from '#web/kit/Confirm.tsx'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import { useWords } from '#web/words.ts'
import { Changes } from './Changes.tsx'
import { messages } from './messages.ts'
import { Refused } from './Refused.tsx'

/** Who the row means, side by side with what would change; or left out, with a reason. */
export function DecideRow({ run, row, isOpen }: { run: Run; row: PreviewRow; isOpen: boolean }) {
  const words = useWords(messages)
  const [leaving, setLeaving] = useState(false)
  const choose = useCommand(chooseRow)
  const send = (choice: 'new' | 'person' | 'left-out' | 'undecided', more: { personId?: string; reason?: string } = {}) =>
    choose.send({ runId: run.id, number: row.number, choice, ...more })
  const asks = row.state === 'duplicate'
  const mayBeNew = asks && row.askWhy !== 'id-but-other-person' && (row.askWhy !== 'twice-in-file' || row.of === 'person')
  const [likely, weak] = [row.options.filter(({ isWeak }) => !isWeak), row.options.filter(({ isWeak }) => isWeak)]
  return (
    <Stack>
      {asks && row.askWhy && (
        <p>
          {words.askWhys[row.askWhy]} {row.twinRow !== null && words.twin(row.twinRow)}
        </p>
      )}
      {(asks ? likely : []).map((option) => (
        <Card
          key={option.personId}
          title={<PersonLink id={option.personId} name={option.name} />}
          about={[option.birth, option.post, option.unit].filter(Boolean).join(' · ')}
          footer={
            isOpen && (
              <Button kind="primary" busy={choose.busy} onClick={() => void send('person', { personId: option.personId })}>
                {words.samePerson}
              </Button>
            )
          }
        >
          {option.changes.length > 0 ? <Changes changes={option.changes} /> : <p>{words.nothingChanges}</p>}
        </Card>
      ))}
      {weak.length > 0 && (
        <div>
          <p>{words.alsoAlike}</p>
          <ul>
            {weak.map((option) => (
              <li key={option.personId}>
                <PersonLink id={option.personId} name={option.name} />{' '}
                {[option.birth, option.post, option.unit].filter(Boolean).join(' · ')}{' '}
                {isOpen && row.state !== 'refused' && row.state !== 'left_out' && (
                  <Button kind="quiet" onClick={() => void send('person', { personId: option.personId })}>
                    {words.samePerson}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Refused problem={choose.problem} />
      {isOpen && (
        <Row>
          {mayBeNew && (
            <Button busy={choose.busy} onClick={() => void send('new')}>
              {words.newPerson}
            </Button>
          )}
          {row.state !== 'left_out' && <Button onClick={() => setLeaving(true)}>{words.leaveOut}</Button>}
          {row.choice !== null && (
            <Button kind="quiet" busy={choose.busy} onClick={() => void send('undecided')}>
              {words.undecide}
            </Button>
          )}
        </Row>
      )}
      <Confirm
        opened={leaving}
        title={words.leaveOut}
        action={words.leaveOut}
        reason
        busy={choose.busy}
        problem={choose.problem}
        onConfirm={async (reason) => (await send('left-out', { reason })) && setLeaving(false)}
        onClose={() => setLeaving(false)}
      />
    </Stack>
  )
}
