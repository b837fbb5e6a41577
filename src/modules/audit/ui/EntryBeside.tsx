import { useQuery } from '@tanstack/react-query'
import { readEntry } from '#modules/audit/audit.contract.ts'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Code } from '#web/kit/Code.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { SideList } from '#web/kit/SideList.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

/** One entry with what was sent and what it changed, beside the log. */
export function EntryBeside({ seq, onClose }: { seq: number; onClose: () => void }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const query = useQuery(read(readEntry, { seq }))
  return (
    <SideList title={words.open(seq)} onClose={onClose}>
      <Loaded query={query}>
        {(entry) => (
          <>
            <Facts
              items={[
                { label: words.actor, value: entry.actor },
                { label: words.when, value: format.instant(entry.at) },
                { label: words.operation, value: entry.summary ? `${entry.summary[language]} (${entry.operation})` : entry.operation },
                { label: words.reason, value: entry.reason },
                { label: words.seal, value: entry.hash.slice(0, 16) },
                { label: words.previous, value: entry.previous.slice(0, 16) },
              ]}
            />
            <Code label={words.input} value={entry.input} />
            {entry.changes.length > 0 ? <Code label={words.changes} value={entry.changes} /> : <p>{words.look}</p>}
          </>
        )}
      </Loaded>
    </SideList>
  )
}
