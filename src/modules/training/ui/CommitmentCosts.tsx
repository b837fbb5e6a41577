import { useState } from 'react'
import type { z } from 'zod'
import { costItems } from '#law/training-costs.ts'
import { BasisFields } from '#modules/people/ui/BasisFields.tsx'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import { setCommitmentCosts, type CommitmentRow, type costLineShape } from '#modules/training/commitment.contract.ts'
import { useFormat } from '#web/format.ts'
import { Button, IconButton } from '#web/kit/Button.tsx'
import { Row, Stack } from '#web/kit/Card.tsx'
import { CellSelect, CellText } from '#web/kit/CellField.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { Drawer } from '#web/kit/Drawer.tsx'
import { parseNumber } from '#web/kit/parse-number.ts'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './commitment-messages.ts'

type Line = z.output<typeof costLineShape>
type Typed = { item: string; amount: string; voucher: string; note: string }
const shape = setCommitmentCosts.input.omit({ personId: true, commitmentId: true, costLines: true, override: true })
const empty: Typed = { item: 'tuition', amount: '', voucher: '', note: '' }

/** What the study cost, line by line with its voucher. */
export function CommitmentCosts({
  commitment,
  lines: known,
  onDone,
  onClose,
}: {
  commitment: CommitmentRow
  lines: readonly Line[]
  onDone: (commitmentId: string) => void
  onClose: () => void
}) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const [lines, setLines] = useState<Typed[]>(() =>
    known.length === 0
      ? [empty]
      : known.map(({ item, amount, voucher, note }) => ({ item, amount: format.number(amount), voucher: voucher ?? '', note: note ?? '' })),
  )
  const set = (at: number, change: Partial<Typed>) => setLines(lines.map((line, index) => (index === at ? { ...line, ...change } : line)))
  const read = lines.flatMap(({ item, amount, voucher, note }) => {
    const value = parseNumber(amount, language)
    return value === null || !amount.trim()
      ? []
      : [{ item, amount: Math.round(value), voucher: voucher.trim() || null, note: note.trim() || null }]
  })
  const sum = read.reduce((total, { amount }) => total + (Number.isNaN(amount) ? 0 : amount), 0)
  const label = (index: number, of: string) => words.line(format.number(index + 1), of)
  return (
    <Drawer opened title={`${words.setCosts} · ${commitment.name}`} onClose={onClose} width={760}>
      <Stack>
        <p>{words.costsAbout}</p>
        <Table
          caption={words.setCosts}
          rows={lines}
          rowKey={(_, index) => String(index)}
          columns={[
            {
              key: 'item',
              header: words.item,
              cell: ({ item }, index) => (
                <CellSelect
                  label={label(index, words.item)}
                  column="item"
                  value={item}
                  options={Object.entries(costItems).map(([value, { name }]) => ({ value, label: name[language] }))}
                  onChange={(value) => set(index, { item: value })}
                />
              ),
              total: words.costs(words.money(format.number(sum))),
            },
            {
              key: 'amount',
              header: words.amount,
              cell: ({ amount }, index) => (
                <CellText
                  label={label(index, words.amount)}
                  column="amount"
                  value={amount}
                  onChange={(value) => set(index, { amount: value })}
                />
              ),
            },
            {
              key: 'voucher',
              header: words.voucher,
              cell: ({ voucher }, index) => (
                <CellText
                  label={label(index, words.voucher)}
                  column="voucher"
                  value={voucher}
                  onChange={(value) => set(index, { voucher: value })}
                />
              ),
            },
            {
              key: 'note',
              header: words.note,
              cell: ({ note }, index) => (
                <CellText label={label(index, words.note)} column="note" value={note} onChange={(value) => set(index, { note: value })} />
              ),
            },
            {
              key: 'remove',
              header: '',
              cell: (_, index) => (
                <IconButton
                  icon="close"
                  label={words.removeLine(format.number(index + 1))}
                  onClick={() => setLines(lines.filter((_line, at) => at !== index))}
                />
              ),
            },
          ]}
        />
        <Row>
          <Button icon="plus" onClick={() => setLines([...lines, empty])}>
            {words.addLine}
          </Button>
        </Row>
        <EventForm
          operation={setCommitmentCosts}
          shape={shape}
          start={{ serviceFrom: commitment.serviceFrom }}
          submitLabel={words.setCosts}
          onDone={({ id }) => {
            onClose()
            onDone(id)
          }}
          onCancel={onClose}
          inputOf={(values) => ({ ...values, personId: commitment.personId, commitmentId: commitment.id, costLines: read })}
        >
          <DateField name="serviceFrom" label={words.serviceFrom} hint={words.serviceFromHint} precision="day" />
          <BasisFields />
        </EventForm>
      </Stack>
    </Drawer>
  )
}
