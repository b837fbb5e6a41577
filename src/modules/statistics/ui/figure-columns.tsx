import { isTrainingKind, trainingKinds } from '#law/training-kinds.ts'
import type { Language } from '#lib/language.ts'
import { levelName } from '#law/qualifications.ts'
import type { Figure } from '#modules/statistics/figure.ts'
import { useFormat, type Format } from '#web/format.ts'
import { DayText, PeriodText } from '#web/kit/DayText.tsx'
import { DecisionLink, PersonLink, UnitLink } from '#web/kit/DomainLinks.tsx'
import { Link } from '#web/kit/Link.tsx'
import type { Column } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import type { ListAnswer } from '../review.contract.ts'
import { messages } from './messages.ts'

type Words = (typeof messages)['vi']
type Told = { words: Words; language: Language; format: Format }

/** The columns of the list behind a figure: few enough to stand beside it. */
export function useFigureColumns(figure: Figure | undefined): Column<ListAnswer>[] {
  const told = { words: useWords(messages), language: useLanguage().language, format: useFormat() }
  const index: Column<ListAnswer> = {
    key: 'index',
    header: told.words.index,
    align: 'right',
    quiet: true,
    cell: (_, at) => told.format.number(at + 1),
  }
  return [index, ...ownColumns(figure, told)]
}

function ownColumns(figure: Figure | undefined, told: Told): Column<ListAnswer>[] {
  const { words, language } = told
  switch (figure?.of) {
    case 'classes':
      return figure.count === 'classes' ? classColumns(told) : [nameColumn(told), classColumn(told), learnersColumn(told)]
    case 'secondments':
      return [
        nameColumn(told),
        { key: 'host', header: words.host, cell: ({ host }) => host && <UnitLink id={host.unitId} name={host[language]} /> },
        { key: 'term', header: words.term2, cell: ({ from, to }) => <PeriodText from={from} to={to} /> },
        decisionColumn(told),
      ]
    case 'serving':
      return [
        nameColumn(told),
        { key: 'title', header: words.title, cell: ({ title }) => title },
        { key: 'proof', header: words.proof, cell: (row) => proofOf(row, figure.count.share, language) },
        { key: 'meets', header: words.meets, quiet: true, cell: (row) => standingOf(row, words) },
      ]
    default:
      return [
        nameColumn(told),
        { key: 'unit', header: words.unitWhenSent, cell: ({ unit }) => unit?.[language] },
        ...(figure?.of === 'sendings' && figure.where.kinds.length > 1 ? [kindColumn(told)] : []),
        ...(figure?.count === 'people'
          ? [{ key: 'times', header: words.timesHead, align: 'right' as const, cell: ({ times }: ListAnswer) => told.format.number(times) }]
          : [decisionColumn(told)]),
      ]
  }
}

/** A class known by its head count stands among people without a name. */
function nameColumn({ words }: Told): Column<ListAnswer> {
  return {
    key: 'name',
    header: words.name,
    names: true,
    cell: ({ person }) =>
      person === null ? (
        <span className="kc-muted">{words.byCount}</span>
      ) : person.canOpen ? (
        <PersonLink id={person.personId} name={person.name} />
      ) : (
        person.name
      ),
  }
}

function decisionColumn({ words }: Told): Column<ListAnswer> {
  return {
    key: 'decision',
    header: words.decision,
    quiet: true,
    cell: ({ decision }) => decision && <DecisionLink decision={{ id: decision.id, number: decision.code, issuedOn: null }} />,
  }
}

function kindColumn({ words, language }: Told): Column<ListAnswer> {
  return {
    key: 'kind',
    header: words.kind,
    quiet: true,
    cell: ({ kind }) => (isTrainingKind(kind) ? trainingKinds[kind].name[language] : kind),
  }
}

function classColumn({ words }: Told): Column<ListAnswer> {
  return { key: 'class', header: words.className, cell: ({ class: of }) => of && <Link to={paths.class(of.classId)}>{of.title}</Link> }
}

function learnersColumn({ words, format }: Told): Column<ListAnswer> {
  return { key: 'learners', header: words.learnersHead, align: 'right', cell: ({ times }) => format.number(times) }
}

function classColumns(told: Told): Column<ListAnswer>[] {
  const { words, format } = told
  return [
    { ...classColumn(told), names: true },
    { key: 'opened', header: words.opened, cell: ({ from }) => <DayText value={from} /> },
    {
      key: 'learners',
      header: words.learnersHead,
      align: 'right',
      cell: ({ times, class: of }) => (
        <>
          {format.number(times)}
          {of?.listed === 0 && times > 0 && <small className="kc-muted"> {words.byCount}</small>}
        </>
      ),
    },
  ]
}

/** 'Đại học, Luật': what the judgement rests on. */
function proofOf({ detail }: ListAnswer, test: { held: string } | { field: string }, language: Language): string {
  const level = typeof detail['level'] === 'string' ? levelName('held' in test ? test.held : 'degree', detail['level'])[language] : null
  const field = typeof detail['field'] === 'string' ? detail['field'] : null
  return [level, field].filter(Boolean).join(', ') || '–'
}

function standingOf({ meets, detail }: ListAnswer, words: Words): string {
  if (meets === null) return words.meetsOpen
  if (!meets) return words.meetsNo
  return detail['state'] === 'studying' ? words.meetsStudying : words.meetsYes
}
