import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { verifyLog } from '#modules/audit/audit.contract.ts'
import { findingText } from '#modules/audit/finding.ts'
import { shownSigns } from '#modules/audit/seal.ts'
import { call } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Failure } from '#web/kit/Failure.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

type Part = z.output<typeof verifyLog.reply>

/** Computes every seal again, on demand and part by part, and says which entry is not as it was sealed. */
export function Verification() {
  const words = useWords(messages)
  const format = useFormat()
  const [done, setDone] = useState(0)
  const verifying = useMutation({ mutationFn: () => verifyAll(setDone), onMutate: () => setDone(0) })
  if (verifying.isError) return <Failure error={verifying.error} onRetry={() => verifying.mutate()} />
  if (!verifying.data)
    return (
      <div>
        <Button busy={verifying.isPending} onClick={() => verifying.mutate()}>
          {verifying.isPending ? words.verifying(format.number(done)) : words.verify}
        </Button>
      </div>
    )
  const { entries, head, findings } = verifying.data
  if (findings.length > 0) return <Findings findings={findings} />
  return <Notice tone="success">{words.verified(format.number(entries), head?.slice(0, shownSigns) ?? '–')}</Notice>
}

function Findings({ findings }: Pick<Part, 'findings'>) {
  const words = useWords(messages)
  const { language } = useLanguage()
  return (
    <Notice tone="error">
      {words.broken}
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.kind}-${finding.seq}`}>{findingText(finding)[language]}</li>
        ))}
      </ul>
    </Notice>
  )
}

async function verifyAll(onPart: (entries: number) => void): Promise<Pick<Part, 'entries' | 'head' | 'findings'>> {
  const findings: Part['findings'] = []
  let entries = 0
  let after = 0
  for (;;) {
    const part = await call(verifyLog, { after })
    entries += part.entries
    findings.push(...part.findings)
    onPart(entries)
    if (part.next === null) return { entries, head: part.head, findings }
    after = part.next
  }
}
