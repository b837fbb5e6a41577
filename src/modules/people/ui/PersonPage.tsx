import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { z } from 'zod'
import { readPerson, type PersonFile } from '#modules/people/file.contract.ts'
import { postName } from '#modules/people/list-sheet.ts'
import { dayText } from '#lib/operation.ts'
import { read } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { formatDay } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Stack } from '#web/kit/Card.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { paths } from '#web/paths.ts'
import type { EventFact, EventPerson } from '#web/person-event.ts'
import { personEvents } from '#web/person-events.ts'
import { useSearch } from '#web/search.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { EventDrawer } from './EventDrawer.tsx'
import { MergesNotice } from './MergesNotice.tsx'
import { PersonBeside } from './PersonBeside.tsx'
import { PersonHead } from './PersonHead.tsx'
import { PersonTabs } from './PersonTabs.tsx'
import { OpenGuarded, PurposeBar } from './PurposeBar.tsx'
import { messages } from './file-messages.ts'
import { usePurpose } from './use-purpose.ts'

const PurposeDialog = lazyPart(() => import('./PurposeDialog.tsx').then((module) => module.PurposeDialog))

const addressShape = z.object({ knownOn: dayText.optional() })

export function PersonPage() {
  const words = useWords(messages)
  const { language } = useLanguage()
  const may = useMay()
  const { personId = '' } = useParams()
  const { day } = useDay()
  const { search, set } = useSearch(addressShape)
  const [acting, setActing] = useState<{ eventId: string; fact: EventFact | null } | null>(null)
  const { purpose } = usePurpose()
  const [asking, setAsking] = useState(false)
  const query = useQuery({
    ...read(readPerson, { personId, day, ...(search.knownOn ? { knownOn: search.knownOn } : {}), ...(purpose ? { purpose } : {}) }),
    placeholderData: keepPreviousData,
  })
  const file = query.data?.personId === personId ? query.data : undefined
  const mayWrite = file?.may.write === true && search.knownOn === undefined
  const events = personEvents.filter(({ of, permission }) => of === undefined && may(permission))
  const unit = file?.post?.unit
  return (
    <Page
      title={file?.name ?? words.loading}
      crumbs={[
        { label: words.people, to: paths.people() },
        ...(unit ? [{ label: unit[language], to: paths.unit(unit.id) }] : []),
        { label: file?.name ?? '' },
      ]}
      about={file && <Standing file={file} />}
      actions={
        <>
          {file && <OpenGuarded file={file} onAsk={() => setAsking(true)} />}
          {file && (
            <Link kind="button" to={`${paths.person(personId)}/print`}>
              {words.print}
            </Link>
          )}
          {mayWrite && (
            <Menu
              items={events.map((event) => ({
                label: event.label[language],
                onSelect: () => setActing({ eventId: event.id, fact: null }),
              }))}
            >
              <Button kind="primary" icon="plus">
                {words.record}
              </Button>
            </Menu>
          )}
        </>
      }
      narrow
      beside={file && <PersonBeside file={file} />}
    >
      {search.knownOn && (
        <Notice>
          {words.asKnown(formatDay(search.knownOn))}{' '}
          <Button kind="quiet" onClick={() => set({ knownOn: undefined })}>
            {words.asKnownEnd}
          </Button>
        </Notice>
      )}
      <Loaded query={query}>
        {(shown) => (
          <Stack>
            <MergesNotice file={shown} mayWrite={mayWrite} />
            <PersonHead file={shown} />
            <PurposeBar file={shown} onAsk={() => setAsking(true)} />
            <PersonTabs
              file={shown}
              onAct={mayWrite ? (eventId, fact) => setActing({ eventId, fact }) : null}
              knownOn={search.knownOn}
              onKnownOn={(knownOn) => set({ knownOn })}
            />
          </Stack>
        )}
      </Loaded>
      {asking && <PurposeDialog onClose={() => setAsking(false)} />}
      {file && acting && <EventDrawer {...acting} person={eventPersonOf(file, language)} onClose={() => setActing(null)} />}
    </Page>
  )
}

/** 'Phó Chủ tịch UBND · Xã Tứ Quận'. */
function Standing({ file: { post } }: { file: PersonFile }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  if (!post) return words.noPost
  const title = postName(post, language) ?? ''
  return (
    <>
      {post.isNow ? title : words.wasUntil(title)} ·{' '}
      <Link kind="quiet" to={paths.unit(post.unit.id)}>
        {post.unit[language]}
      </Link>
    </>
  )
}

function eventPersonOf({ personId, name, post, sex, birth }: PersonFile, language: 'vi' | 'en'): EventPerson {
  return { personId, name, sex, birth, unit: post ? { id: post.unit.id, name: post.unit[language] } : null }
}
