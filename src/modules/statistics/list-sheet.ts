import { ethnicGroup } from '#law/ethnic-groups.ts'
import { isTrainingKind, trainingKinds } from '#law/training-kinds.ts'
import type { Language } from '#lib/language.ts'
import { fromIso } from '#lib/partial-date.ts'
import type { WrittenColumn, WrittenSheet, WrittenValue } from '#lib/workbook/write.ts'
import type { Figure } from './figure.ts'
import type { ListAnswer } from './review.contract.ts'
import { workbookWords } from './workbook-words.ts'

export type ExportedList = { figure: Figure; rows: ListAnswer[]; hidden: string[] }

type ListColumn = WrittenColumn & { of: (row: ListAnswer, index: number) => WrittenValue; sensitive?: string }
type Words = (typeof workbookWords)['vi']

/** The list behind a figure as a sheet; columns that the one who exports may not see are not there. */
export function listSheet({ figure, rows, hidden }: ExportedList, language: Language): WrittenSheet {
  const columns = columnsOf(figure, workbookWords[language], language).filter(({ sensitive }) => !sensitive || !hidden.includes(sensitive))
  return {
    name: figure.figure,
    title: [figure.label[language]],
    columns: columns.map(({ header, width, kind }) => ({ header, width, ...(kind ? { kind } : {}) })),
    rows: rows.map((row, index) => columns.map(({ of }) => of(row, index))),
  }
}

function columnsOf(figure: Figure, words: Words, language: Language): ListColumn[] {
  const index: ListColumn = { header: words.index, width: 6, kind: 'number', of: (_, at) => at + 1 }
  if (figure.of === 'classes' && figure.count === 'classes') return [index, ...classColumns(words, language)]
  return [
    index,
    ...personColumns(words, language),
    { header: words.title, width: 28, of: ({ title }) => title },
    { header: words.ofUnit, width: 26, of: ({ unit }) => unit?.[language] },
    ...ownColumns(figure, words, language),
    { header: words.decision, width: 16, kind: 'text', of: ({ decision }) => decision?.code },
    { header: words.issued, width: 13, kind: 'day', of: ({ decision }) => decision?.issuedOn },
  ]
}

function personColumns(words: Words, language: Language): ListColumn[] {
  return [
    { header: words.name, width: 28, of: ({ person }) => person?.name ?? words.byCount },
    { header: words.birth, width: 13, kind: 'day', of: ({ person }) => (person?.birth ? fromIso(person.birth) : null) },
    { header: words.sex, width: 9, of: ({ person }) => (person?.sex ? words[person.sex] : null) },
    { header: words.ethnicity, width: 12, sensitive: 'ethnicity', of: ({ person }) => ethnicName(person?.ethnicity ?? null, language) },
    {
      header: words.party,
      width: 13,
      kind: 'day',
      sensitive: 'partyJoined',
      of: ({ person }) => (person?.partyJoined ? fromIso(person.partyJoined) : null),
    },
  ]
}

/** What the facts of this figure have and those of others do not. */
function ownColumns(figure: Figure, words: Words, language: Language): ListColumn[] {
  const kind: ListColumn = { header: words.kind, width: 30, of: (row) => kindName(row.kind, language) }
  const from: ListColumn = { header: words.from, width: 13, kind: 'day', of: (row) => row.from }
  const to: ListColumn = { header: words.to, width: 13, kind: 'day', of: (row) => row.to }
  const times: ListColumn = { header: words.times, width: 8, kind: 'number', of: (row) => row.times }
  switch (figure.of) {
    case 'sendings':
      return [kind, from, ...(figure.count === 'people' ? [times] : [])]
    case 'classes':
      return [{ header: words.class, width: 40, of: (row) => row.class?.title }, kind, from, times]
    case 'secondments':
      return [{ header: words.host, width: 26, of: (row) => row.host?.[language] }, from, to]
    case 'serving':
      return [from, { header: words.meets, width: 14, of: ({ meets }) => (meets === null ? words.open : meets ? words.yes : words.no) }]
  }
}

function classColumns(words: Words, language: Language): ListColumn[] {
  return [
    { header: words.class, width: 48, of: (row) => row.class?.title },
    { header: words.kind, width: 30, of: (row) => kindName(row.kind, language) },
    { header: words.opener, width: 26, of: ({ unit }) => unit?.[language] },
    { header: words.from, width: 13, kind: 'day', of: (row) => row.from },
    { header: words.to, width: 13, kind: 'day', of: (row) => row.to },
    { header: words.learners, width: 10, kind: 'number', of: (row) => row.times },
  ]
}

function kindName(kind: string, language: Language): string {
  return isTrainingKind(kind) ? trainingKinds[kind].name[language] : kind
}

/** By the code of the list, or as the paper says it. */
function ethnicName(written: string | null, language: Language): string | null {
  return written === null ? null : (ethnicGroup(written)?.name[language] ?? written)
}
