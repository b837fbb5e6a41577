import type { PersonFile } from '#modules/people/file.contract.ts'
import { sexes } from '#modules/people/kinds.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Card } from '#web/kit/Card.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './file-messages.ts'

/** Who it is, in one line of facts. */
export function PersonHead({ file }: { file: PersonFile }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const profile = file.facts.profiles[0]
  const sex = file.sex && sexes[file.sex][language]
  return (
    <Card>
      <Facts
        items={[
          { label: words.born, value: file.birth ? [formatDay(file.birth), sex].filter(Boolean).join(' · ') : sex },
          ...(profile?.partyJoined ? [{ label: words.joinedParty, value: formatDay(profile.partyJoined) }] : []),
          ...(file.retirement
            ? [{ label: words.retires, value: `${file.retirement.isApproximate ? '≈ ' : ''}${formatDay(file.retirement.month)}` }]
            : []),
          ...(file.warnings.length > 0
            ? [{ label: words.warnings, value: <Badge tone="attention">{format.number(file.warnings.length)}</Badge> }]
            : []),
        ]}
      />
    </Card>
  )
}
