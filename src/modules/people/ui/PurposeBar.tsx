import type { PersonFile } from '#modules/people/file.contract.ts'
import { purposeText } from '#modules/people/purposes.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Row } from '#web/kit/Card.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './purpose-messages.ts'
import { usePurpose } from './use-purpose.ts'

type Props = { file: PersonFile; onAsk: () => void }

/** The way to the guarded fields of somebody else's file; nothing where they are open or not for the reader. */
export function OpenGuarded({ file, onAsk }: Props) {
  const words = useWords(messages)
  return file.guarded === 'purpose' && <Button onClick={onAsk}>{words.open}</Button>
}

/** What somebody else's file is open for, and the ways to say otherwise and to close it again. */
export function PurposeBar({ file, onAsk }: Props) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { purpose, choose } = usePurpose()
  if (file.isOwn || file.guarded !== 'open' || purpose === undefined) return null
  return (
    <Row>
      <Badge tone="chosen">{`${words.chip}: ${purposeText(purpose, language)}`}</Badge>
      <Button kind="quiet" onClick={onAsk}>
        {words.change}
      </Button>
      <Button kind="quiet" onClick={() => choose(undefined)}>
        {words.end}
      </Button>
    </Row>
  )
}
