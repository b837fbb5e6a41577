import type { ReactNode } from 'react'
import { studyModes, theoryModes } from '#law/study-modes.ts'
import { addDays } from '#lib/days.ts'
import type { ReplyOf } from '#lib/operation.ts'
import type { readClass } from '#modules/training/class.contract.ts'
import { useFormat } from '#web/format.ts'
import { Card, Stack } from '#web/kit/Card.tsx'
import { DayText, PeriodText } from '#web/kit/DayText.tsx'
import { PersonLink, ProvenanceTag, UnitLink } from '#web/kit/DomainLinks.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages as classMessages } from './class-messages.ts'
import { messages } from './messages.ts'

type Read = ReplyOf<typeof readClass>

const modes: Partial<Record<string, { vi: string; en: string }>> = { ...studyModes, ...theoryModes }

/** What the class is, and who is in it. */
export function ClassOverviewTab({ of, learners, more }: { of: Read['class']; learners: Read['learners']; more: ReactNode }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  return (
    <Stack>
      <Card>
        <ClassFacts of={of} />
      </Card>
      {of.headCount !== null ? (
        <Notice tone="plain">{words.countOnly(format.number(of.headCount))}</Notice>
      ) : (
        <Card title={words.learnersTitle(format.number(of.listed))} flush footer={more}>
          <Table
            stacks
            caption={words.learners}
            rows={learners}
            rowKey={({ id }) => id}
            empty={words.noLearners}
            columns={[
              { key: 'number', header: words.number, align: 'right', quiet: true, cell: (_, index) => format.number(index + 1) },
              {
                key: 'name',
                header: words.name,
                names: true,
                cell: ({ personId, name, canOpen }) => (canOpen ? <PersonLink id={personId} name={name} /> : name),
              },
              { key: 'birth', header: words.born, cell: ({ birth }) => <DayText value={birth} /> },
              { key: 'unit', header: words.unit, cell: ({ unit }) => unit?.[language] },
              { key: 'title', header: words.titlePost, cell: ({ title }) => title },
              { key: 'result', header: words.result, cell: ({ result, certificate }) => [result, certificate].filter(Boolean).join(' · ') },
            ]}
          />
        </Card>
      )}
    </Stack>
  )
}

function ClassFacts({ of }: { of: Read['class'] }) {
  const words = useWords(messages)
  const more = useWords(classMessages)
  const format = useFormat()
  const { language } = useLanguage()
  const taken = of.headCount ?? of.listed
  return (
    <Facts
      items={[
        { label: words.opener, value: <UnitLink id={of.opener.id} name={of.opener[language]} /> },
        { label: words.opened, value: <PeriodText from={of.openedOn} to={of.closedOn && addDays(of.closedOn, -1)} /> },
        { label: more.seats, value: of.seats && more.seatsOf(format.number(taken), format.number(of.seats)) },
        { label: more.periods, value: of.periods && more.periodsOf(format.number(of.periods)) },
        { label: words.place, value: of.place },
        { label: words.lecturer, value: of.lecturer },
        ...(of.institution ? [{ label: more.institution, value: of.institution }] : []),
        ...(of.mode ? [{ label: more.mode, value: modes[of.mode]?.[language] ?? of.mode }] : []),
        ...(of.fieldText ? [{ label: more.field, value: of.fieldText }] : []),
        {
          label: words.paper,
          value: (
            <ProvenanceTag
              decision={of.paper && { id: of.paper.id, number: of.paper.code, issuedOn: of.paper.issuedOn }}
              run={of.run && { id: of.run.id, name: of.run.fileName, row: of.run.row }}
            />
          ),
        },
      ]}
    />
  )
}
