import { formNamed } from '#modules/statistics/forms/all.ts'
import { byProgrammes } from '#modules/statistics/form-cells.ts'
import { formNotes } from '#modules/statistics/form-notes.ts'
import type { CellAnswer, FormAnswer, RowAnswer } from '#modules/statistics/form.contract.ts'
import { useFormat } from '#web/format.ts'
import { FormTable, type FormTableRow } from '#web/kit/FormTable.tsx'
import { Link } from '#web/kit/Link.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import type { FormSearch } from './FormFilters.tsx'
import { messages } from './form-messages.ts'
import { useCellAddress } from './use-form-page.ts'

/** The table of the form, as on paper; each number that is not nought opens its list. */
export function FormPaper({ answer, search }: { answer: FormAnswer; search: FormSearch }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const definition = formNamed(answer.form)
  const cell = useCell(answer, search)
  const unit = search.count === 'people' ? words.Nguoi : words.Luot
  const rowOf = (row: RowAnswer): FormTableRow => ({
    key: row.key,
    mark: row.mark,
    label: row.label[language],
    depth: row.depth,
    isChosen: search.row === row.key,
    cells: row.cells.map((one, at) => cell(row, at, one)),
  })
  return (
    <FormTable
      caption={answer.name[language]}
      markHead={words.mark}
      labelHead={definition && byProgrammes(definition) ? words.programme : words.audience}
      columns={answer.columns.map(({ key, label, band }, at) => ({
        key,
        number: String(at + 3),
        label: label[language],
        band: band?.[language] ?? null,
        ...sumText(answer, key),
      }))}
      rows={answer.rows.map(rowOf)}
      rest={{ title: words.rest, rows: answer.rest.map(rowOf) }}
      head={{
        left: [answer.unit[language].toUpperCase(), words.board],
        title: answer.name[language].toUpperCase(),
        under: '',
        right: [answer.number ?? '', words.unitOfCount(unit)],
      }}
      foot={{ place: words.place, left: [words.maker, words.makerSigns], right: [words.head, words.headSigns] }}
      notes={formNotes(answer, language)}
    />
  )
}

/** '= 4 + 6 + 8' under a column that is such a sum of columns with short names. */
function sumText(answer: FormAnswer, column: string): { about?: string } {
  const check = formNamed(answer.form)?.checks.find((one) => one.column === column && 'equals' in one)
  const parts = check && 'equals' in check ? check.equals : []
  return parts.length > 0 && parts.length <= 3 ? { about: `= ${parts.join(' + ')}` } : {}
}

function useCell(answer: FormAnswer, search: FormSearch) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const addressOf = useCellAddress(answer.form, answer)
  return (row: RowAnswer, at: number, one: CellAnswer) => {
    const value = one[search.count]
    if (one.keptBack) return <small>{one.keptBack === 'small' ? words.small : words.hidden}</small>
    if (value === null) return '–'
    const column = answer.columns[at]
    const to = value > 0 && column ? addressOf(row.key, column.key) : undefined
    if (!to || !column) return value === 0 ? '' : format.number(value)
    const unit = column.counts === 'classes' ? words.classes : search.count === 'people' ? words.people : words.times
    return (
      <Link
        kind="number"
        to={to}
        preventScrollReset
        aria-label={`${format.number(value)} ${unit}: ${row.label[language]}, ${column.label[language]}`}
      >
        {format.number(value)}
      </Link>
    )
  }
}
