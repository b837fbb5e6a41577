import { useState } from 'react'
import { BasisFields } from '#modules/people/ui/BasisFields.tsx'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import { UnitField } from '#modules/people/ui/UnitField.tsx'
import { enterRoster, memberKinds, type RosterRow } from '#modules/training/roster.contract.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Badge, type Tone } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Row } from '#web/kit/Card.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import type { RosterOf } from './PasteRoster.tsx'
import { messages as rosterMessages } from './roster-messages.ts'

const shape = enterRoster.input
  .omit({ classId: true, personIds: true, newcomers: true, override: true })
  .extend({ defaultUnitId: enterRoster.input.shape.classId })
const tones: Record<RosterRow['state'], Tone> = {
  found: 'success',
  several: 'attention',
  new: 'plain',
  in: 'quiet',
  twice: 'attention',
  elsewhere: 'attention',
  unreadable: 'attention',
}
const skip = ''
const asNew = 'new'

/** What becomes of each row; only what is sure is chosen beforehand. */
export function RosterPreview({ of, rows, onAgain, onDone }: { of: RosterOf; rows: RosterRow[]; onAgain: () => void; onDone: () => void }) {
  const words = useWords(rosterMessages)
  const format = useFormat()
  const say = useToast()
  const [chosen, setChosen] = useState(() => new Map(rows.map((row) => [row.row, row.state === 'found' ? (row.personId ?? skip) : skip])))
  const picked = [...chosen.values()].filter((value) => value !== skip).length
  const unknown = rows.filter(({ state }) => state === 'new')
  const choose = (row: number, value: string) => setChosen(new Map(chosen).set(row, value))
  return (
    <EventForm
      operation={enterRoster}
      shape={shape}
      start={{ as: memberOf(of.kind), defaultUnitId: of.opener.id }}
      submitLabel={words.enter(format.number(picked))}
      onCancel={onDone}
      onDone={({ enrolled, added }) => {
        say(words.entered(format.number(enrolled), format.number(added)))
        onDone()
      }}
      inputOf={({ defaultUnitId, ...values }) => ({
        ...values,
        classId: of.classId,
        personIds: [...chosen.values()].filter((value) => value !== skip && value !== asNew),
        newcomers: rows
          .filter(({ row }) => chosen.get(row) === asNew)
          .map(({ row, name, sex, birth, number, unitId, title }) => ({
            row,
            name,
            sex,
            birth,
            title,
            number: number && /^\d{12}$/.test(number) ? number : null,
            unitId: unitId ?? defaultUnitId,
          })),
      })}
    >
      <div className="kc-field kc-wide">
        <Row>
          <strong>{words.summary(format.number(rows.length), format.number(picked))}</strong>
          {unknown.length > 0 && (
            <Button onClick={() => setChosen(new Map([...chosen, ...unknown.map(({ row }) => [row, asNew] as const)]))}>
              {words.allNew(format.number(unknown.length))}
            </Button>
          )}
          <Button kind="quiet" onClick={onAgain}>
            {words.again}
          </Button>
        </Row>
        <RosterTable rows={rows} chosen={chosen} choose={choose} />
      </div>
      <SelectField name="as" label={words.as} options={memberKinds.map((value) => ({ value, label: words.members[value] }))} />
      <UnitField name="defaultUnitId" label={words.defaultUnit} known={of.opener} required />
      <BasisFields />
    </EventForm>
  )
}

function RosterTable({
  rows,
  chosen,
  choose,
}: {
  rows: RosterRow[]
  chosen: ReadonlyMap<number, string>
  choose: (row: number, value: string) => void
}) {
  const words = useWords(rosterMessages)
  const of = useWords(messages)
  const format = useFormat()
  return (
    <Table
      stacks
      caption={words.pasteTitle}
      rows={rows}
      rowKey={({ row }) => String(row)}
      columns={[
        { key: 'row', header: words.number, align: 'right', quiet: true, cell: ({ row }) => format.number(row) },
        { key: 'name', header: words.name, names: true, cell: ({ name }) => name },
        { key: 'birth', header: words.birth, cell: ({ birth, birthText }) => (birth ? formatDay(birth) : birthText) },
        { key: 'unit', header: words.unit, cell: ({ unit }) => unit },
        { key: 'state', header: words.state, cell: ({ state }) => <Badge tone={tones[state]}>{words.states[state]}</Badge> },
        {
          key: 'who',
          header: words.who,
          cell: (row) => {
            const options = [
              ...row.candidates
                .filter(({ isIn }) => !isIn && row.state !== 'twice')
                .map(({ personId, name, birth, unit, title }) => ({
                  value: personId,
                  label: [name, birth && formatDay(birth), title, unit ?? of.noUnit].filter(Boolean).join(' · '),
                })),
              ...(row.state === 'new' || row.state === 'several' ? [{ value: asNew, label: words.asNew }] : []),
            ]
            if (options.length === 0) return words.skip
            return (
              <SelectField
                inline
                label={words.rowOf(format.number(row.row))}
                any={words.skip}
                options={options}
                value={chosen.get(row.row) ?? skip}
                onChange={(value) => choose(row.row, value)}
              />
            )
          },
        },
      ]}
    />
  )
}

/** Whom a course is usually for. */
function memberOf(kind: string): (typeof memberKinds)[number] {
  if (kind === 'BD_HDND') return 'deputy'
  return kind === 'BD_XDD' || kind.startsWith('LLCT') ? 'party_member' : 'association_member'
}
