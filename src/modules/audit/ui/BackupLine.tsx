import { useQuery } from '@tanstack/react-query'
import { readBackups } from '#modules/audit/backup.contract.ts'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Notice } from '#web/kit/Notice.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './backup-messages.ts'

/** When all data was last backed up; a warning when that is long ago, failed, or has never been. */
export function BackupLine() {
  const words = useWords(messages)
  const format = useFormat()
  const { data } = useQuery(read(readBackups, {}))
  if (!data) return null
  const { state, good, failed } = data
  const megabytes = format.number(Math.round((good?.bytes ?? 0) / 100_000) / 10)
  return (
    <Notice tone={state === 'fresh' ? 'plain' : 'attention'}>
      {state === 'failed' && failed && `${words.failed(format.instant(failed.at))} `}
      {state === 'old' && `${words.old} `}
      {state === 'none' && words.none}
      {good && `${words.lately(format.instant(good.at), megabytes)} ${good.isEncrypted ? words.encrypted : words.plain}`}
    </Notice>
  )
}
