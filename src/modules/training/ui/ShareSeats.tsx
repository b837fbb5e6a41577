import { useState } from 'react'
import type { Board } from '#modules/training/board.contract.ts'
import { shareSeats } from '#modules/training/board-acts.contract.ts'
import { shareObjections } from '#modules/training/board.ts'
import { useCommand } from '#web/command.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Row, Stack } from '#web/kit/Card.tsx'
import { Combobox } from '#web/kit/Combobox.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { NumberField } from '#web/kit/NumberField.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { Table } from '#web/kit/Table.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useLanguage } from '#web/language.tsx'
import { findUnits } from '#web/unit-search.ts'
import { useWords } from '#web/words.ts'
import { messages } from './board-messages.ts'

type Share = { unitId: string; name: string; seats: number | null }

/** How many seats each unit has; no more than the class. */
export function ShareSeats({ board, onClose }: { board: Board; onClose: () => void }) {
  const words = useWords(messages)
  const format = useFormat()
  const say = useToast()
  const refusalText = useRefusalText()
  const { language } = useLanguage()
  const { classId, seats, openedOn } = board.class
  const [shares, setShares] = useState<Share[]>(
    board.lanes.map((lane) => ({ unitId: lane.unit.id, name: lane.unit[language], seats: lane.seats })),
  )
  const [found, setFound] = useState<Record<string, string>>({})
  const saving = useCommand(shareSeats, {
    onDone: () => {
      say(words.shared)
      onClose()
    },
  })
  const given = shares.map(({ unitId, seats: count }) => ({ unitId, seats: count === null || Number.isNaN(count) ? 0 : count }))
  const shared = given.reduce((sum, one) => sum + one.seats, 0)
  const [objection] = shareObjections(given, { seats }, [])
  const add = (unitId: string) => {
    if (unitId && !shares.some((one) => one.unitId === unitId)) setShares([...shares, { unitId, name: found[unitId] ?? '', seats: 1 }])
  }
  const problem = saving.problem?.refusals.map(refusalText).join(' ') ?? saving.problem?.title
  return (
    <Dialog opened title={words.shareTitle} onClose={onClose}>
      <Stack>
        {problem && <Notice tone="error">{problem}</Notice>}
        {shares.length > 0 && (
          <Table
            caption={words.shareTitle}
            rows={shares}
            rowKey={({ unitId }) => unitId}
            columns={[
              { key: 'unit', header: words.unit, names: true, cell: ({ name }) => name },
              {
                key: 'seats',
                header: words.share,
                width: '110px',
                cell: (row) => (
                  <NumberField
                    inline
                    label={words.seatsOf(row.name)}
                    value={row.seats}
                    onChange={(count) => setShares(shares.map((one) => (one.unitId === row.unitId ? { ...one, seats: count } : one)))}
                  />
                ),
              },
            ]}
          />
        )}
        <Combobox
          label={words.addUnit}
          value=""
          onChange={add}
          search={{
            key: `units-${openedOn}`,
            find: async (text, signal) => {
              const choices = await findUnits(text, openedOn, signal)
              setFound((known) => ({ ...known, ...Object.fromEntries(choices.map(({ value, label }) => [value, label])) }))
              return choices
            },
          }}
        />
        <p>{seats === null ? words.shareSumFree(format.number(shared)) : words.shareSum(format.number(shared), format.number(seats))}</p>
        <Row>
          <Button
            kind="primary"
            busy={saving.busy}
            why={objection ? refusalText(objection) : null}
            onClick={() => void saving.send({ classId, revision: board.revision, seats: given.filter((one) => one.seats > 0) })}
          >
            {words.save}
          </Button>
          <Button onClick={onClose}>{words.cancel}</Button>
        </Row>
      </Stack>
    </Dialog>
  )
}
