import type { OpenSession } from '#modules/access/open-sessions.contract.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { InstantText } from '#web/kit/DayText.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './own-messages.ts'

/** Sessions in words by which their owner knows them again. */
export function SessionsTable({ sessions, onEnd }: { sessions: OpenSession[]; onEnd: (session: OpenSession) => void }) {
  const words = useWords(messages)
  const deviceOf = ({ browser, system }: OpenSession) =>
    browser && system ? words.on(browser, system) : (browser ?? system ?? words.unknownDevice)
  return (
    <Table
      stacks
      caption={words.sessions}
      rows={sessions}
      rowKey={({ id }) => id}
      empty={words.none}
      columns={[
        {
          key: 'device',
          header: words.device,
          names: true,
          cell: (session) => (
            <>
              {deviceOf(session)} {session.isPresent && <Badge tone="chosen">{words.present}</Badge>}
            </>
          ),
        },
        { key: 'address', header: words.address, cell: ({ address }) => address || '–' },
        { key: 'openedAt', header: words.openedAt, cell: ({ openedAt }) => <InstantText value={openedAt} /> },
        { key: 'seenAt', header: words.seenAt, cell: ({ seenAt }) => <InstantText value={seenAt} /> },
        {
          key: 'actions',
          header: words.actions,
          cell: (session) =>
            !session.isPresent && (
              <Button kind="quiet" aria-label={words.endOne(deviceOf(session))} onClick={() => onEnd(session)}>
                {words.end}
              </Button>
            ),
        },
      ]}
    />
  )
}
