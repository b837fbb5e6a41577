import { useState } from 'react'
import type { PaperFamily, PaperKind } from '#modules/decisions/paper-data.ts'
import { previewTemplate, readTemplate, replaceTemplate, resetTemplate, type Template } from '#modules/decisions/template.contract.ts'
import { addressOf } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card, Row, Stack } from '#web/kit/Card.tsx'
import { Confirm } from '#web/kit/Confirm.tsx'
import { InstantText } from '#web/kit/DayText.tsx'
import { ErrorSummary } from '#web/kit/ErrorSummary.tsx'
import { FileField } from '#web/kit/FileField.tsx'
import { DownloadLink } from '#web/kit/Link.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { SideList } from '#web/kit/SideList.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './template-messages.ts'
import { TemplateTags } from './TemplateTags.tsx'

/** One kind of paper in one layout: its Word and its PDF template, and the tags that both may use. */
export function TemplateBeside({
  kind,
  family,
  templates,
  maySet,
  onClose,
}: {
  kind: PaperKind
  family: PaperFamily
  templates: Template[]
  maySet: boolean
  onClose: () => void
}) {
  const words = useWords(messages)
  return (
    <SideList title={words.kinds[kind]} about={words.families[family]} onClose={onClose}>
      <Stack>
        {templates.map((template) => (
          <One key={template.format} template={template} maySet={maySet} />
        ))}
        <TemplateTags kind={kind} family={family} />
      </Stack>
    </SideList>
  )
}

function One({ template, maySet }: { template: Template; maySet: boolean }) {
  const { kind, family, format: of, own, versions } = template
  const words = useWords(messages)
  const format = useFormat()
  const say = useToast()
  const refusalText = useRefusalText()
  const [resetting, setResetting] = useState(false)
  const replace = useCommand(replaceTemplate, { onDone: () => say(words.replaced) })
  const reset = useCommand(resetTemplate, {
    onDone: () => {
      say(words.resetDone)
      setResetting(false)
    },
  })
  const place = { kind, family, format: of }
  const refused = replace.problem?.refusals.map((refusal) => ({ text: refusalText(refusal) })) ?? []
  const lines = replace.problem && refused.length === 0 ? [{ problem: replace.problem, text: '' }] : refused
  return (
    <Card title={words.ofFormat(words.formats[of])} about={versions > 0 && words.tried(format.number(versions))}>
      <Stack>
        {own ? (
          <p>
            {own.name} <span className="kc-muted">{words.changed(own.by)}</span> <InstantText value={own.since} />
          </p>
        ) : (
          <p>{words.programAbout}</p>
        )}
        <Row>
          <DownloadLink kind="button" href={addressOf(previewTemplate, place)}>
            {words.preview}
          </DownloadLink>
          <DownloadLink kind="button" href={addressOf(readTemplate, place)}>
            {words.download}
          </DownloadLink>
          {own && (
            <Button onClick={() => setResetting(true)} {...(maySet ? {} : { why: words.noRight })}>
              {words.reset}
            </Button>
          )}
        </Row>
        <ErrorSummary lines={lines} />
        {maySet ? (
          <FileField
            label={`${words.replace} (${words.formats[of]})`}
            hint={words.replaceHint[of]}
            accept={`.${of}`}
            onFile={(file) => void replace.send(place, file)}
          />
        ) : (
          <p className="kc-muted">{words.noRight}</p>
        )}
      </Stack>
      <Confirm
        opened={resetting}
        title={words.reset}
        action={words.reset}
        busy={reset.busy}
        problem={reset.problem}
        onConfirm={() => reset.send(place)}
        onClose={() => setResetting(false)}
      >
        {words.resetAbout}
      </Confirm>
    </Card>
  )
}
