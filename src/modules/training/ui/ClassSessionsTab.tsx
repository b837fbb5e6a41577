import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { weekdayOf } from '#modules/training/session.ts'
import { listSessions, removeSession, type Session } from '#modules/training/session.contract.ts'
import { read } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Button, IconButton } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { Confirm } from '#web/kit/Confirm.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './session-messages.ts'
import { partNames, weekdayNames } from './session-words.ts'

const AddSessions = lazyPart(() => import('./SessionForms.tsx').then((module) => module.AddSessions))
const ChangeSession = lazyPart(() => import('./SessionForms.tsx').then((module) => module.ChangeSession))

type Doing = { what: 'add' } | { what: 'change' | 'remove'; session: Session } | null
export type CourseOf = { classId: string; openedOn: string; closedOn: string | null; periods: number | null }

/** When the class meets, who teaches where, and how many came. */
export function ClassSessionsTab({ of }: { of: CourseOf }) {
  const words = useWords(messages)
  const format = useFormat()
  const [doing, setDoing] = useState<Doing>(null)
  const query = useQuery(read(listSessions, { classId: of.classId }))
  const done = () => setDoing(null)
  return (
    <Loaded query={query}>
      {({ sessions, periods, may }) => {
        const counted = [format.number(sessions.length), format.number(periods)] as const
        const add = may.write && (
          <Button kind="primary" icon="plus" onClick={() => setDoing({ what: 'add' })}>
            {words.add}
          </Button>
        )
        return (
          <>
            <Card
              flush
              title={of.periods ? words.titleOf(...counted, format.number(of.periods)) : words.title(...counted)}
              actions={sessions.length > 0 && add}
            >
              {sessions.length === 0 ? (
                <Empty title={words.none} action={add}>
                  {may.write && words.noneAbout}
                </Empty>
              ) : (
                <SessionsTable classId={of.classId} sessions={sessions} may={may} onDo={setDoing} />
              )}
            </Card>
            {doing?.what === 'add' && <AddSessions of={of} last={sessions.at(-1) ?? null} onClose={done} />}
            {doing?.what === 'change' && <ChangeSession classId={of.classId} session={doing.session} onClose={done} />}
            {doing?.what === 'remove' && <RemoveSession classId={of.classId} session={doing.session} onClose={done} />}
          </>
        )
      }}
    </Loaded>
  )
}

function SessionsTable({
  classId,
  sessions,
  may,
  onDo,
}: {
  classId: string
  sessions: Session[]
  may: { write: boolean }
  onDo: (doing: Doing) => void
}) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  return (
    <Table
      stacks
      caption={words.sessions}
      rows={sessions}
      rowKey={({ sessionId }) => sessionId}
      columns={[
        {
          key: 'day',
          header: words.day,
          names: true,
          cell: ({ onDay }) => (
            <>
              {formatDay(onDay)} <span className="kc-muted">{weekdayNames[weekdayOf(onDay)]?.[language]}</span>
            </>
          ),
        },
        { key: 'part', header: words.part, cell: ({ part }) => partNames[part][language] },
        { key: 'periods', header: words.periods, align: 'right', cell: ({ periods }) => format.number(periods) },
        { key: 'topic', header: words.topic, cell: ({ topic }) => topic },
        { key: 'lecturer', header: words.lecturer, cell: ({ lecturer }) => lecturer },
        { key: 'place', header: words.room, cell: ({ place }) => place },
        { key: 'attended', header: words.attended, cell: (session) => <Attended classId={classId} session={session} may={may} /> },
        ...(may.write
          ? [
              {
                key: 'acts',
                header: words.acts,
                cell: (session: Session) => (
                  <Menu
                    items={[
                      { label: words.change, onSelect: () => onDo({ what: 'change', session }) },
                      { label: words.remove, danger: true, onSelect: () => onDo({ what: 'remove', session }) },
                    ]}
                  >
                    <IconButton icon="more" label={`${words.acts}: ${formatDay(session.onDay)}, ${partNames[session.part][language]}`} />
                  </Menu>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

function Attended({ classId, session, may }: { classId: string; session: Session; may: { write: boolean } }) {
  const words = useWords(messages)
  const format = useFormat()
  const { present, absent, excused, sessionId } = session
  const marked = present + absent + excused
  const text = marked === 0 ? (may.write ? words.take : words.notMarked) : words.ofMarked(format.number(present), format.number(marked))
  if (!may.write && marked === 0) return <span className="kc-muted">{text}</span>
  // Opened at its own address, so that it may be kept for when there is no network.
  return (
    <Link reloadDocument to={`${paths.attendance(classId)}?session=${sessionId}`}>
      {text}
    </Link>
  )
}

function RemoveSession({ classId, session, onClose }: { classId: string; session: Session; onClose: () => void }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const say = useToast()
  const removing = useCommand(removeSession, {
    onDone: () => {
      say(words.removed)
      onClose()
    },
  })
  const marks = session.present + session.absent + session.excused
  return (
    <Confirm
      opened
      danger
      reason={marks > 0}
      title={`${words.remove} · ${formatDay(session.onDay)}, ${partNames[session.part][language]}`}
      action={words.remove}
      busy={removing.busy}
      problem={removing.problem}
      onClose={onClose}
      onConfirm={(reason) =>
        removing.send({
          classId,
          sessionId: session.sessionId,
          override: reason ? [{ code: 'session-has-marks', reason }] : [],
        })
      }
    >
      {marks > 0 && <p>{words.marks(format.number(marks))}</p>}
    </Confirm>
  )
}
