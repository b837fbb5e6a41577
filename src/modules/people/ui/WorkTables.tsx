import { addDays } from '#lib/days.ts'
import { postName } from '#modules/people/list-sheet.ts'
import { assignmentKinds, membershipKinds } from '#modules/people/kinds.ts'
import { Stack } from '#web/kit/Card.tsx'
import { DayText, PeriodText } from '#web/kit/DayText.tsx'
import { UnitLink } from '#web/kit/DomainLinks.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { FactTable } from './FactTable.tsx'
import type { PartProps } from './PersonTabs.tsx'
import { messages } from './file-messages.ts'

/** Posts, memberships and secondments, each with its paper. */
export function WorkTables({ file: { facts, closed }, onAct }: PartProps) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const has = (list: readonly unknown[], gone: readonly unknown[]) => list.length + gone.length > 0
  return (
    <Stack>
      <FactTable
        title={words.work}
        table="people.assignment"
        rows={facts.assignments.toReversed()}
        closed={closed.assignments.toReversed()}
        onAct={onAct}
        columns={[
          {
            key: 'title',
            header: words.columns.title,
            names: true,
            cell: (one) => postName({ title: one.titleText, titleCode: one.titleCode }, language),
          },
          { key: 'unit', header: words.columns.unit, cell: ({ unit }) => <UnitLink id={unit.id} name={unit[language]} /> },
          { key: 'kind', header: words.columns.kind, quiet: true, cell: ({ kind }) => nameOf(assignmentKinds, kind, language) },
          { key: 'period', header: words.columns.period, cell: (one) => <Held {...one} /> },
        ]}
      />
      {has(facts.memberships, closed.memberships) && (
        <FactTable
          title={words.memberships}
          table="people.membership"
          rows={facts.memberships}
          closed={closed.memberships}
          onAct={onAct}
          columns={[
            {
              key: 'kind',
              header: words.columns.kind,
              names: true,
              cell: ({ kind, titleText, association }) =>
                [nameOf(membershipKinds, kind, language), association, titleText].filter(Boolean).join(' · '),
            },
            { key: 'unit', header: words.columns.unit, cell: ({ unit }) => <UnitLink id={unit.id} name={unit[language]} /> },
            { key: 'period', header: words.columns.period, cell: (one) => <Held {...one} /> },
          ]}
        />
      )}
      {has(facts.secondments, closed.secondments) && (
        <FactTable
          title={words.secondments}
          table="movements.secondment"
          rows={facts.secondments}
          closed={closed.secondments}
          onAct={onAct}
          columns={[
            {
              key: 'host',
              header: words.columns.host,
              names: true,
              cell: ({ hostUnit }) => <UnitLink id={hostUnit.id} name={hostUnit[language]} />,
            },
            {
              key: 'sender',
              header: words.columns.sender,
              cell: ({ fromUnit }) => <UnitLink id={fromUnit.id} name={fromUnit[language]} />,
            },
            { key: 'period', header: words.columns.period, cell: (one) => <Held {...one} fromKnown /> },
            { key: 'plannedEnd', header: words.columns.plannedEnd, quiet: true, cell: ({ plannedEnd }) => <DayText value={plannedEnd} /> },
          ]}
        />
      )}
    </Stack>
  )
}

/** From a day to the last day; where a list only says that it was so on a day, that is said. */
export function Held({ from, to, fromKnown }: { from: string | null; to: string | null; fromKnown: boolean }) {
  return (
    <>
      {!fromKnown && '≤\u00a0'}
      <PeriodText from={from} to={to && addDays(to, -1)} />
    </>
  )
}

export function nameOf(names: Record<string, { vi: string; en: string }>, key: string, language: 'vi' | 'en'): string {
  return names[key]?.[language] ?? key
}
