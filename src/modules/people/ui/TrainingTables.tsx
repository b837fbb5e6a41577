import { outcomes } from '#modules/people/kinds.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import { addDays } from '#lib/days.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Stack } from '#web/kit/Card.tsx'
import { PeriodText } from '#web/kit/DayText.tsx'
import { Link } from '#web/kit/Link.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { FactTable } from './FactTable.tsx'
import type { PartProps } from './PersonTabs.tsx'
import { nameOf } from './WorkTables.tsx'
import { messages } from './file-messages.ts'

/** Courses one was sent to, and classes attended. */
export function TrainingTables({ file: { facts, closed }, onAct, onlySent = false }: PartProps & { onlySent?: boolean }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  return (
    <Stack>
      <FactTable
        title={words.sendings}
        table="training.sending"
        rows={facts.sendings.toReversed()}
        closed={onlySent ? [] : closed.sendings}
        onAct={onAct}
        columns={[
          { key: 'course', header: words.columns.course, names: true, cell: ({ kind }) => trainingName(kind)[language] },
          {
            key: 'period',
            header: words.columns.period,
            cell: ({ studyFrom, studyTo, studyText, sentOn }) =>
              studyFrom ? (
                <PeriodText from={studyFrom} to={studyTo && addDays(studyTo, -1)} />
              ) : (
                (studyText ?? <PeriodText from={sentOn} to={null} />)
              ),
          },
          { key: 'school', header: words.columns.school, cell: ({ institution }) => institution },
          {
            key: 'outcome',
            header: words.columns.outcome,
            cell: ({ outcome, status }) =>
              status === 'cancelled' ? (
                <Badge tone="quiet">{words.cancelled}</Badge>
              ) : (
                outcome && <Badge>{nameOf(outcomes, outcome, language)}</Badge>
              ),
          },
        ]}
      />
      {!onlySent && (
        <FactTable
          title={words.enrolments}
          table="training.enrolment"
          rows={facts.enrolments.toReversed()}
          closed={closed.enrolments}
          onAct={onAct}
          columns={[
            {
              key: 'class',
              header: words.columns.class,
              names: true,
              cell: ({ classId, classTitle }) => <Link to={paths.class(classId)}>{classTitle}</Link>,
            },
            { key: 'period', header: words.columns.period, cell: ({ from, to }) => <PeriodText from={from} to={to && addDays(to, -1)} /> },
            { key: 'opener', header: words.columns.opener, cell: ({ opener }) => opener?.[language] },
            {
              key: 'outcome',
              header: words.columns.outcome,
              cell: ({ result, certificate }) => [result, certificate].filter(Boolean).join(' · '),
            },
          ]}
        />
      )}
      {!onlySent && (facts.certificates.length > 0 || closed.certificates.length > 0) && (
        <FactTable
          title={words.certificates}
          table="training.certificate"
          rows={facts.certificates.toReversed()}
          closed={closed.certificates}
          onAct={onAct}
          columns={[
            { key: 'number', header: words.columns.number, names: true, cell: ({ number }) => number },
            {
              key: 'class',
              header: words.columns.class,
              cell: ({ classId, classTitle }) => <Link to={paths.class(classId)}>{classTitle}</Link>,
            },
            { key: 'issued', header: words.columns.validIn, cell: ({ from, to }) => <PeriodText from={from} to={to && addDays(to, -1)} /> },
            { key: 'code', header: words.columns.checkCode, cell: ({ code }) => <Link to={paths.verify(code)}>{code}</Link> },
          ]}
        />
      )}
    </Stack>
  )
}
