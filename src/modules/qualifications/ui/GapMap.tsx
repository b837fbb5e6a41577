import { useSearchParams } from 'react-router'
import { requirements } from '#law/requirements.ts'
import type { Gap } from '#modules/qualifications/gap.contract.ts'
import { useFormat } from '#web/format.ts'
import { Card } from '#web/kit/Card.tsx'
import { HeatMap, type HeatCell } from '#web/kit/charts/HeatMap.tsx'
import { Link } from '#web/kit/Link.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { writeSearch } from '#web/search.ts'
import { useWords } from '#web/words.ts'
import { messages } from './gap-messages.ts'
import { askedText } from './standard-words.ts'
import { useGap } from './use-gap.ts'

type Counted = { required: number; met: number; studying: number; missing: number }

/** Standards × titles or units: the number of the chosen state in every cell, denser where more. */
export function GapMap({ gap }: { gap: Gap }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { search, listOf } = useGap()
  const { state } = search
  const byPost = gap.by === 'post'
  const cells = new Map(gap.rows.flatMap(({ key, cells: of }) => of.map((cell) => [`${key} ${cell.requirement}`, cell])))
  const names = new Map(gap.rows.map((row) => [row.key, row[language]]))
  const cellOf = (
    counted: Counted | undefined,
    row: string | undefined,
    requirement: keyof typeof requirements,
    asked?: string,
  ): HeatCell | null => {
    if (!counted) return null
    const of = row === undefined ? words.everybody : (names.get(row) ?? '')
    const what = [requirements[requirement][language], asked].filter(Boolean).join(': ')
    return {
      value: counted[state],
      of: counted.required,
      parts: [counted.met, counted.studying],
      name: words.cell(words[state].toLowerCase(), what, of, format.number(counted[state]), format.number(counted.required)),
      to: listOf(state, row, requirement),
      isChosen: search.open !== undefined && search.row === row && search.requirement === requirement,
    }
  }
  return (
    <Card flush title={words.chart((byPost ? words.byPost : words.byUnit).toLowerCase())}>
      <HeatMap
        caption={words.page}
        corner={byPost ? words.byPost : words.byUnit}
        legend={[words.met, words.studying, words.missing]}
        columns={gap.columns.map(({ requirement }) => ({ key: requirement, label: requirements[requirement][language] }))}
        rows={gap.rows.map((row) => ({
          key: row.key,
          label: byPost || row.key === gap.unit?.unitId ? row[language] : <Below unitId={row.key} name={row[language]} />,
          about: words.count(format.number(row.people)),
        }))}
        cellOf={(row, requirement) => {
          const cell = cells.get(`${row} ${requirement}`)
          return cell ? cellOf(cell, row, cell.requirement, cell.standard ? askedText(cell.standard, language) : undefined) : null
        }}
        total={{
          label: words.all,
          cellOf: (requirement) => {
            const column = gap.columns.find((each) => each.requirement === requirement)
            return column ? cellOf(column, undefined, column.requirement) : null
          },
        }}
      />
    </Card>
  )
}

/** A unit below opens the same table of itself. */
function Below({ unitId, name }: { unitId: string; name: string }) {
  const [parameters] = useSearchParams()
  const to = `${paths.gap()}?${writeSearch(parameters, { unit: unitId, open: undefined, row: undefined, requirement: undefined }).toString()}`
  return (
    <Link kind="quiet" to={to}>
      {name}
    </Link>
  )
}
