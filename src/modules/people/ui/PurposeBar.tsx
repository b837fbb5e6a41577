import { useState } from 'react'
import type { PersonFile } from '#modules/people/file.contract.ts'
import { purposeText } from '#modules/people/purposes.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Row } from '#web/kit/Card.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './purpose-messages.ts'
import { usePurpose } from './use-purpose.ts'

const PurposeDialog = lazyPart(() => import('./PurposeDialog.tsx').then((module) => module.PurposeDialog))

/** What the file is open for, and the way to open it or to say otherwise; nothing in the own file or where nothing may be opened. */
export function PurposeBar({ file }: { file: PersonFile }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { purpose, choose } = usePurpose()
  const [asking, setAsking] = useState(false)
  if (file.isOwn || file.guarded === 'closed') return null
  return (
    <>
      <Row>
        {purpose === undefined ? (
          <Button onClick={() => setAsking(true)}>{words.open}</Button>
        ) : (
          <>
            <Badge tone="chosen">{`${words.chip}: ${purposeText(purpose, language)}`}</Badge>
            <Button kind="quiet" onClick={() => setAsking(true)}>
              {words.change}
            </Button>
            <Button kind="quiet" onClick={() => choose(undefined)}>
              {words.end}
            </Button>
          </>
        )}
      </Row>
      {asking && <PurposeDialog onClose={() => setAsking(false)} />}
    </>
  )
}
