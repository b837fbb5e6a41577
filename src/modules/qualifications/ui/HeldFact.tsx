import type { JudgedStandard } from '#modules/qualifications/gap.contract.ts'
import { useFormat } from '#web/format.ts'
import { Link } from '#web/kit/Link.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './gap-messages.ts'

/** What is held of a standard, with its paper; of hours, the classes. */
export function HeldFact({ standard }: { standard: JudgedStandard }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { fact, classes, requirement, found, periods } = standard
  if (requirement === 'hours')
    return (
      <>
        {words.periodsDone(format.number(found), format.number(periods ?? 0))}
        {classes.map(({ classId, title }) => (
          <span key={classId}>
            {' · '}
            <Link kind="quiet" to={paths.class(classId)}>
              {title}
            </Link>
          </span>
        ))}
      </>
    )
  if (!fact) return words.holdsNone
  const details = [fact.certificate, fact.expiresOn && words.expires(format.day(fact.expiresOn))].filter(Boolean)
  return (
    <>
      {[fact.text[language], ...details].join(' · ')}
      {fact.decision && (
        <>
          {' · '}
          <Link kind="quiet" to={paths.decision(fact.decision.id)}>
            {fact.decision.code}
          </Link>
        </>
      )}
    </>
  )
}
