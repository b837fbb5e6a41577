import { Button } from '#web/kit/Button.tsx'
import { Row, Stack } from '#web/kit/Card.tsx'
import { CodeList } from '#web/kit/CodeList.tsx'
import { DownloadLink } from '#web/kit/Link.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useSession } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './own-messages.ts'

/** The recovery codes, shown this once. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const words = useWords(messages)
  const { account } = useSession()
  const say = useToast()
  const text = [words.codesFileHead(account?.username ?? ''), ...codes, ''].join('\r\n')
  async function copy() {
    await navigator.clipboard.writeText(text)
    say(words.copied)
  }
  return (
    <Stack>
      <Notice>{words.codesAbout}</Notice>
      <CodeList label={words.codesTitle} codes={codes} />
      <Row>
        <Button onClick={() => void copy()}>{words.copyCodes}</Button>
        <DownloadLink kind="button" name={words.codesFile} href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}>
          {words.saveCodes}
        </DownloadLink>
        <Button kind="primary" onClick={onKept}>
          {words.kept}
        </Button>
      </Row>
    </Stack>
  )
}
