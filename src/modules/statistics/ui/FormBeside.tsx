import { formNamed } from '#modules/statistics/forms/all.ts'
import type { FormAnswer } from '#modules/statistics/form.contract.ts'
import { byProgrammes } from '#modules/statistics/form-cells.ts'
import { useFormat } from '#web/format.ts'
import { Card, Columns, Stack } from '#web/kit/Card.tsx'
import { Badge } from '#web/kit/Badge.tsx'
import { NumberLink } from '#web/kit/Stat.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import type { FormSearch } from './FormFilters.tsx'
import { messages } from './form-messages.ts'
import { useCellAddress } from './use-form-page.ts'

/** What the form has no column for, and the sums that whoever receives it will check. */
export function FormBeside({ answer, search }: { answer: FormAnswer; search: FormSearch }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const addressOf = useCellAddress(answer.form, answer)
  const definition = formNamed(answer.form)
  const { classes, learners } = answer.byHeadCount
  const unit = search.count === 'people' ? words.people : words.times
  if (answer.isProtected || !definition) return null
  return (
    <Columns least={340}>
      <Card title={words.beside}>
        <Stack>
          {answer.beside.map(({ key, label, cell, ofClasses }) => (
            <span key={key}>
              {label[language]}:{' '}
              <NumberLink
                value={cell[search.count] ?? 0}
                unit={ofClasses ? words.classes : unit}
                to={byProgrammes(definition) ? addressOf('any', key) : addressOf('all', key)}
              />
            </span>
          ))}
          {classes > 0 && <span>{words.byHeadCount(format.number(learners), format.number(classes))}</span>}
          {answer.beside.length === 0 && classes === 0 && <span>–</span>}
        </Stack>
      </Card>
      <Checks answer={answer} search={search} />
    </Columns>
  )
}

function Checks({ answer, search }: { answer: FormAnswer; search: FormSearch }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const checks = answer.checks[search.count]
  const wrong = checks.flatMap((check) => check.wrong)
  const rowName = (key: string) => {
    const row = [...answer.rows, ...answer.rest].find((one) => one.key === key)
    return row ? `${row.mark} ${row.label[language]}`.trim() : key
  }
  const columnName = (key: string) => {
    const at = answer.columns.findIndex((one) => one.key === key)
    return at < 0 ? key : String(at + 3)
  }
  return (
    <Card
      title={words.check}
      actions={
        wrong.length === 0 ? (
          <Badge tone="success">{words.checksHold(format.number(checks.length))}</Badge>
        ) : (
          <Badge tone="attention">{words.checksDiffer(format.number(wrong.length))}</Badge>
        )
      }
    >
      <Stack>
        {checks
          .filter(({ check }) => check !== 'rows')
          .map(({ check, of, parts, wrong: own }) => (
            <span key={`${check} ${of}`}>
              {own.length === 0 ? '✓ ' : '✗ '}
              {check === 'whole' ? words.whole : `${columnName(of)} ${check === 'sum' ? '=' : '≤'} ${parts.map(columnName).join(' + ')}`}
            </span>
          ))}
        {wrong.map(({ row, column, stands, should }) => (
          <span key={`${row} ${column}`}>
            ✗ {words.stands(rowName(row), columnName(column), format.number(stands), format.number(should))}
          </span>
        ))}
      </Stack>
    </Card>
  )
}
