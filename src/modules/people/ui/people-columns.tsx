import { valueText } from '#modules/people/fact-words.ts'
import { columnWords } from '#modules/people/list-words.ts'
import { degreeText, postName, studyName } from '#modules/people/list-sheet.ts'
import type { exportColumns, PeopleFilters, PersonRow } from '#modules/people/list.contract.ts'
import { levelName } from '#law/qualifications.ts'
import { formatDay } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import type { GridColumn } from '#web/kit/grid/grid-column.ts'
import { useFormat } from '#web/format.ts'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { useMemo } from 'react'
import { messages } from './list-messages.ts'

type Name = (typeof exportColumns)[number]
type Spec = {
  key: Name
  width: number
  sort?: PeopleFilters['sort']
  hidden?: boolean
  quiet?: boolean
  onDemand?: boolean
  text: (row: PersonRow) => string | null
}

/** The columns of the list of officials, in the order of a one-line summary. */
export function usePeopleColumns(filters: PeopleFilters): GridColumn<PersonRow>[] {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const showsSensitive = Boolean(filters.ethnicity ?? filters.minority)
  const showsParty = filters.party !== undefined
  const studying = filters.studying !== undefined
  return useMemo(() => {
    const coded = (column: string, value: string | null) =>
      value && valueText('profiles', column, { [column]: value }, () => null)[language]
    const specs: Spec[] = [
      { key: 'birth', width: 118, sort: 'birth', text: ({ birth }) => birth && formatDay(birth) },
      { key: 'sex', width: 84, text: ({ sex }) => coded('sex', sex) },
      { key: 'title', width: 220, sort: 'title', text: (row) => postName(row, language) },
      { key: 'unit', width: 190, sort: 'unit', text: ({ unit }) => unit && unit[language] },
      { key: 'officialKind', width: 150, hidden: true, text: ({ officialKind }) => coded('official_kind', officialKind) },
      { key: 'since', width: 118, sort: 'since', text: ({ since }) => since && formatDay(since) },
      { key: 'degree', width: 180, text: (row) => degreeText(row, language) },
      { key: 'theory', width: 110, text: ({ theory }) => theory && levelName('theory', theory)[language] },
      {
        key: 'stateManagement',
        width: 130,
        text: ({ stateManagement }) => stateManagement && levelName('state_management', stateManagement)[language],
      },
      { key: 'studying', width: 200, hidden: !studying, quiet: true, text: ({ studying: what }) => what && studyName(what)[language] },
      {
        key: 'ethnicity',
        width: 100,
        hidden: !showsSensitive,
        onDemand: true,
        text: (row) => (row.hidden.includes('ethnicity') ? words.hidden : coded('ethnicity', row.ethnicity ?? null)),
      },
      {
        key: 'partyJoined',
        width: 118,
        hidden: !showsParty,
        onDemand: true,
        text: (row) => (row.hidden.includes('partyJoined') ? words.hidden : row.partyJoined ? formatDay(row.partyJoined) : null),
      },
    ]
    return [
      {
        key: 'number',
        header: words.number,
        width: 64,
        align: 'right',
        quiet: true,
        pinned: true,
        cell: (_, index) => format.number(index + 1),
        text: (_, index) => String(index + 1),
      },
      {
        key: 'name',
        header: columnWords.name[language],
        width: 210,
        pinned: true,
        sort: 'name',
        text: ({ name }) => name,
        cell: ({ personId, name, isServing }) => (
          <>
            <PersonLink id={personId} name={name} />
            {!isServing && (
              <>
                {' '}
                <Badge tone="quiet">{words.left}</Badge>
              </>
            )}
          </>
        ),
      },
      ...specs.map(({ key, text, ...rest }) => ({
        ...rest,
        key,
        header: columnWords[key][language],
        cell: (row: PersonRow) => text(row) ?? '',
        text: (row: PersonRow) => text(row) ?? '',
      })),
    ]
  }, [words, format, language, showsSensitive, showsParty, studying])
}
