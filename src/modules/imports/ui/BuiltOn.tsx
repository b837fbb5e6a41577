import type { Refusal } from '#web/client.ts'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

type Fact = { id: string; personId: string | null; personName: string | null; summary: { vi: string; en: string } }

/** What keeps an import from being undone, person by person. */
export function BuiltOn({ refusals }: { refusals: readonly Refusal[] }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  // The refusal carries facts as the keepers list them.
  const facts = refusals.flatMap(({ facts }) => (Array.isArray(facts) ? (facts as Fact[]) : []))
  if (facts.length === 0) return null
  return (
    <>
      <p>{words.builtOn}:</p>
      <ul>
        {facts.map(({ id, personId, personName, summary }) => (
          <li key={id}>
            {personId && personName && <PersonLink id={personId} name={personName} />} {summary[language]}
          </li>
        ))}
      </ul>
    </>
  )
}
