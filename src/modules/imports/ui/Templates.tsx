import { importKinds, readTemplate } from '#modules/imports/run.contract.ts'
import { addressOf } from '#web/client.ts'
import { Row } from '#web/kit/Card.tsx'
import { DownloadLink } from '#web/kit/Link.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

/** Empty workbooks that read back without corrections. */
export function Templates() {
  const words = useWords(messages)
  return (
    <Row>
      <span>{words.templates}:</span>
      {importKinds.map((kind) => (
        <DownloadLink key={kind} href={addressOf(readTemplate, { kind })}>
          {words.kinds[kind]}
        </DownloadLink>
      ))}
    </Row>
  )
}
