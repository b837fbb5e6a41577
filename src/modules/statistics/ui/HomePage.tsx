import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { read } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Columns, Stack } from '#web/kit/Card.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useSearch } from '#web/search.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { attentionKinds, readHome, type Home } from '../home.contract.ts'
import { AttentionCard } from './AttentionCard.tsx'
import { AttentionList } from './AttentionList.tsx'
import { HomeAges } from './HomeAges.tsx'
import { HomeLevels } from './HomeLevels.tsx'
import { HomeStructure } from './HomeStructure.tsx'
import type { CountedHome } from './counted-home.ts'
import { messages } from './messages.ts'

const searchShape = z.object({ attention: z.enum(attentionKinds).optional() })

/** The authority at a glance: one sentence, one picture, one link each. */
export function HomePage() {
  const words = useWords(messages)
  const { day } = useDay()
  const { search, set } = useSearch(searchShape)
  const home = useQuery({ ...read(readHome, { on: day }), placeholderData: keepPreviousData })
  return (
    <Page
      title={useTitle(home.data)}
      about={home.data && <Where home={home.data} />}
      actions={
        <Link kind="button" to={paths.review()}>
          {words.toReview}
        </Link>
      }
      beside={search.attention && <AttentionList what={search.attention} on={day} onClose={() => set({ attention: undefined })} />}
    >
      <Loaded query={home} rows={12}>
        {(data) => <HomeBody home={data} />}
      </Loaded>
    </Page>
  )
}

function HomeBody({ home }: { home: Home }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const may = useMay()
  const ended = home.endedOn && home.unit && (
    <Notice>
      {words.homeEnded(home.unit[language], formatDay(home.endedOn))}{' '}
      <Link to={`${paths.home()}?day=${home.endedOn}`}>{words.lastDay(formatDay(home.endedOn))}</Link>
    </Notice>
  )
  if (home.total === 0) {
    const next = may('imports.run') && (
      <Link kind="button" to={paths.imports()}>
        {words.homeImport}
      </Link>
    )
    return (
      <Stack>
        {ended}
        <Empty title={words.homeNobody} action={next}>
          {words.homeNobodyAbout}
        </Empty>
      </Stack>
    )
  }
  if (home.total === null) return <Empty title={words.homeFew}>{words.protected}</Empty>
  const counted: CountedHome = { ...home, total: home.total }
  return (
    <Stack>
      {ended}
      {home.isProtected && <Notice tone="plain">{words.protected}</Notice>}
      <Columns least={340}>
        {home.bands.length > 0 && <HomeAges home={counted} />}
        <Stack>
          {!home.isProtected && <AttentionCard home={home} />}
          <HomeLevels home={counted} of="degree" />
        </Stack>
      </Columns>
      <HomeStructure home={counted}>
        <HomeLevels home={counted} of="theory" />
      </HomeStructure>
    </Stack>
  )
}

function useTitle(home: Home | undefined): string {
  const words = useWords(messages)
  const format = useFormat()
  if (!home) return words.home
  if (home.total === 0) return words.homeNobody
  if (home.total === null) return words.homeFew
  if (home.isProtected) return words.homeTitleOnly(format.number(home.total))
  return words.homeTitle(format.number(home.total), format.number(home.attention.find(({ what }) => what === 'retiring-24')?.count ?? 0))
}

function Where({ home }: { home: Home }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  return <>{home.unit ? words.onDay(home.unit[language], formatDay(home.on)) : words.onDayOnly(formatDay(home.on))}</>
}
