import type { ResultRow } from '#modules/training/result.contract.ts'
import { isBelow, resultStates } from '#modules/training/result.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { CellSelect, CellText } from '#web/kit/CellField.tsx'
import { DecisionLink, PersonLink } from '#web/kit/DomainLinks.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Table, type Column } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages, stateNames } from './result-messages.ts'
import type { useResultDraft } from './use-result-draft.ts'

type Props = {
  rows: readonly ResultRow[]
  draft: ReturnType<typeof useResultDraft>
  leastPresent: number
  mayWrite: boolean
}

/** The trainees with their attendance; whoever may write enters results and marks in the table. */
export function ResultsTable({ rows, draft, leastPresent, mayWrite }: Props) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const states = [
    { value: '', label: stateNames.enrolled[language] },
    ...resultStates.map((value) => ({ value, label: stateNames[value][language] })),
  ]
  const below = (index: number) => rows.slice(index)
  const columns: Column<ResultRow>[] = [
    { key: 'number', header: words.number, align: 'right', quiet: true, cell: (_, index) => format.number(index + 1) },
    {
      key: 'name',
      header: words.person,
      names: true,
      cell: ({ personId, name, canOpen }) => (canOpen ? <PersonLink id={personId} name={name} /> : name),
    },
    { key: 'unit', header: words.unit, cell: ({ unit }) => unit?.[language] },
    {
      key: 'present',
      header: words.attendance,
      cell: (row) =>
        row.sessions === 0 ? (
          '–'
        ) : (
          <>
            {words.attendanceOf(format.number(row.present), format.number(row.sessions), format.percent(row.present / row.sessions))}{' '}
            {isBelow(row, leastPresent) && <Badge tone="attention">{words.low}</Badge>}
          </>
        ),
    },
    {
      key: 'state',
      header: words.state,
      cell: (row, index) => {
        const { state, isChanged } = draft.draftOf(row)
        if (!mayWrite) return <Badge tone={row.state === 'completed' ? 'success' : 'plain'}>{stateNames[row.state][language]}</Badge>
        return (
          <CellSelect
            label={words.stateOf(row.name)}
            column="state"
            options={row.state === 'enrolled' ? states : states.slice(1)}
            value={state ?? ''}
            changed={isChanged}
            onChange={(value) => draft.set([{ row, edit: { state: resultStates.find((one) => one === value) ?? null } }])}
            onFillDown={() => draft.set(below(index).map((one) => ({ row: one, edit: { state } })))}
          />
        )
      },
    },
    {
      key: 'grade',
      header: words.grade,
      cell: (row, index) => {
        const { grade, isChanged } = draft.draftOf(row)
        if (!mayWrite) return row.grade
        return (
          <CellText
            label={words.gradeOf(row.name)}
            column="grade"
            value={grade}
            changed={isChanged}
            onChange={(value) => draft.set([{ row, edit: { grade: value } }])}
            onLines={(lines) => draft.setGrades(index, lines)}
            onFillDown={() =>
              draft.setGrades(
                index,
                below(index).map(() => grade),
              )
            }
          />
        )
      },
    },
    {
      key: 'since',
      header: words.since,
      quiet: true,
      cell: ({ stateOn, stateWhy, paper, state }) =>
        state === 'enrolled' ? null : (
          <>
            {stateOn && formatDay(stateOn)}
            {paper ? (
              <>
                {' · '}
                <DecisionLink decision={{ id: paper.id, number: paper.code, issuedOn: paper.issuedOn }} />
              </>
            ) : (
              stateWhy && ` · ${stateWhy}`
            )}
          </>
        ),
    },
    {
      key: 'certificate',
      header: words.certificate,
      quiet: true,
      cell: ({ certificate }) =>
        certificate && <Link to={`${paths.certificates()}?q=${encodeURIComponent(certificate.number)}`}>{certificate.number}</Link>,
    },
  ]
  return <Table stacks caption={words.results} rows={rows} rowKey={({ personId }) => personId} columns={columns} empty={words.none} />
}
