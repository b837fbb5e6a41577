import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { z } from 'zod'
import { fold } from '#lib/vietnamese-names.ts'
import { requestOf } from '#lib/operation.ts'
import { readRoll, type AttendanceState } from '#modules/training/attendance.contract.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card, Stack } from '#web/kit/Card.tsx'
import { ChoiceBar, PickList } from '#web/kit/ChoiceBar.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Failure } from '#web/kit/Failure.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { Skeleton } from '#web/kit/Skeleton.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { forgetKeptPages, keepThisPage } from '#web/kept-pages.ts'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useSearch } from '#web/search.ts'
import { useWords } from '#web/words.ts'
import { messages } from './attendance-messages.ts'
import { RollNotices } from './RollNotices.tsx'
import { partNames } from './session-words.ts'
import { useRoll } from './use-roll.ts'

const addressShape = z.object({ session: z.string().optional() })

/** Who is here: for a phone in the room, with or without a network. */
export function AttendancePage() {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { classId = '' } = useParams()
  const { search, set } = useSearch(addressShape)
  const [sought, setSought] = useState('')
  const roll = useRoll(classId, search.session)
  const { data } = roll.query
  const isKept = useKept(classId, search.session, data !== undefined, roll.queued.length === 0)
  if (!data) return <Page title={words.attendance}>{roll.query.isError ? <NotRead roll={roll} /> : <Skeleton rows={8} />}</Page>

  const { class: of, sessions, learners, may } = data
  const states = learners.map(roll.stateOf)
  const count = (state: AttendanceState | null) => format.number(states.filter((one) => one === state).length)
  const left = learners.filter((one) => roll.stateOf(one) === null)
  const key = fold(sought)
  const choices = [
    { value: 'present' as const, label: words.present, tone: 'success' as const },
    { value: 'absent' as const, label: words.absent, tone: 'attention' as const },
    { value: 'excused' as const, label: words.excused },
  ]
  return (
    <Page
      title={sessions.length === 0 ? words.noSessions : words.counts(count('present'), count('absent'), count('excused'), count(null))}
      crumbs={[{ label: of.title, to: `${paths.class(classId)}?tab=attendance` }, { label: words.attendance }]}
    >
      <Stack>
        <RollNotices roll={roll} isKept={isKept} mayWrite={may.write} />
        {sessions.length > 0 && (
          <Card>
            <Stack>
              <SelectField
                label={words.session}
                value={data.sessionId ?? ''}
                onChange={(session) => set({ session })}
                options={sessions.map(({ sessionId, onDay, part, topic }) => ({
                  value: sessionId,
                  label: [`${formatDay(onDay)} ${partNames[part][language]}`, topic].filter(Boolean).join(' · '),
                }))}
              />
              <TextField label={words.find} type="search" value={sought} onChange={setSought} />
              {may.write && left.length > 0 && (
                <div>
                  <Button
                    icon="check"
                    onClick={() =>
                      roll.mark(
                        left.map(({ personId }) => personId),
                        'present',
                      )
                    }
                  >
                    {words.allPresent(format.number(left.length))}
                  </Button>
                </div>
              )}
            </Stack>
          </Card>
        )}
        <Card flush>
          {learners.length === 0 ? (
            <Empty title={words.noLearners} />
          ) : (
            <PickList
              label={words.attendance}
              rows={learners.filter(({ name }) => fold(name).includes(key))}
              rowKey={({ personId }) => personId}
              name={({ name }) => name}
              pick={(one) =>
                may.write && data.sessionId ? (
                  <ChoiceBar
                    large
                    label={one.name}
                    choices={choices}
                    value={roll.stateOf(one)}
                    onChange={(state) => roll.mark([one.personId], state)}
                  />
                ) : (
                  <span className="kc-muted">{wordOf(roll.stateOf(one), words)}</span>
                )
              }
            />
          )}
        </Card>
      </Stack>
    </Page>
  )
}

function NotRead({ roll }: { roll: ReturnType<typeof useRoll> }) {
  const words = useWords(messages)
  return (
    <Stack>
      {roll.trouble === 'offline' && <Notice>{words.notReady}</Notice>}
      {roll.query.error && <Failure error={roll.query.error} onRetry={() => void roll.query.refetch()} />}
    </Stack>
  )
}

export function wordOf(state: AttendanceState | null, words: typeof messages.vi): string {
  return state === null ? words.notMarked : words[state]
}

/** Keeps the page and this roll once they are here; forgets the names when one leaves with everything sent. */
function useKept(classId: string, sessionId: string | undefined, isRead: boolean, isSent: boolean): boolean | null {
  const [isKept, setKept] = useState<boolean | null>(null)
  useEffect(() => {
    if (!isRead || !navigator.onLine) return undefined
    let isHere = true
    void keepThisPage([requestOf(readRoll, { classId, sessionId }).url]).then((kept) => isHere && setKept(kept))
    return () => {
      isHere = false
    }
  }, [classId, sessionId, isRead])
  useEffect(() => {
    if (!isSent) return undefined
    return () => {
      // Another page of ours was gone to; a page that is only loaded again does not come by here.
      if (!location.pathname.endsWith('/attendance')) void forgetKeptPages()
    }
  }, [isSent])
  return isKept
}
