import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { z } from 'zod'
import { exportHours } from '#modules/statistics/done-export.contract.ts'
import { listHoursPeople, readHours, hourBands } from '#modules/statistics/hours.contract.ts'
import type { ListAnswer } from '#modules/statistics/review.contract.ts'
import { addressOf as fileAt, call, read } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { BarList } from '#web/kit/charts/BarList.tsx'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { DownloadLink } from '#web/kit/Link.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { SideList } from '#web/kit/SideList.tsx'
import { Skeleton } from '#web/kit/Skeleton.tsx'
import { NumberLink } from '#web/kit/Stat.tsx'
import { Table, type Column } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useSearch, writeSearch } from '#web/search.ts'
import { useWords } from '#web/words.ts'
import { messages as form } from './form-messages.ts'
import { messages as shared } from './messages.ts'
import { UnitField } from './ReviewFilters.tsx'
import { messages } from './done-messages.ts'
import { UnitEnded } from './UnitEnded.tsx'
import { YearField } from './YearField.tsx'

const shown = [...hourBands, 'onTheWay'] as const
const searchShape = z.object({
  unit: z.string().optional(),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  band: z.enum(shown).optional(),
})
type Asked = { unit?: string | undefined; year?: number | undefined; on?: string | undefined }

/** How many periods each official has learnt in the year, against the minimum. */
export function HoursPage() {
  const words = useWords(messages)
  const common = useWords(form)
  const format = useFormat()
  const { language } = useLanguage()
  const { day, isToday } = useDay()
  const { search, set } = useSearch(searchShape)
  const [parameters] = useSearchParams()
  const asked: Asked = { unit: search.unit, year: search.year, on: isToday ? undefined : day }
  const hours = useQuery(read(readHours, asked))
  const data = hours.data
  const least = data?.least?.periods ?? data?.bands.at(-1)?.from ?? 0
  const reached = data?.bands.find(({ band }) => band === 'reached')
  const addressOf = (band: (typeof shown)[number]) =>
    data?.isProtected === false ? `${paths.form('hours')}?${writeSearch(parameters, { band }).toString()}` : undefined
  const label = (from: number, to: number | null) =>
    to === null
      ? words.periodsFrom(format.number(from))
      : from === to
        ? words.noPeriods
        : words.periodsBetween(format.number(from), format.number(to))
  const count = data?.bands.find(({ band }) => band === search.band)?.people ?? (search.band === 'onTheWay' ? data?.onTheWay : null)
  const bounds = data?.bands.find(({ band }) => band === search.band)
  return (
    <Page
      title={
        data && typeof reached?.people === 'number' && data.total !== null
          ? words.hoursTitle(format.number(reached.people), format.number(data.total), format.number(least))
          : words.hours
      }
      crumbs={[{ label: common.figures }, { label: common.forms, to: paths.forms() }, { label: words.hours }]}
      about={
        data && (
          <span data-own-day="">
            {common.about(data.unit[language], formatDay(data.days.from), formatDay(data.days.until), formatDay(data.days.on))}
          </span>
        )
      }
      filters={
        <FilterBar>
          <UnitField
            label={common.unit}
            value={search.unit ?? data?.unit.unitId ?? ''}
            known={data?.unit}
            on={data?.days.on}
            onChange={(unit) => set({ unit: unit === '' ? undefined : unit, band: undefined })}
          />
          <YearField
            value={search.year ?? Number(data?.days.from.slice(0, 4) ?? day.slice(0, 4))}
            onChange={(year) => set({ year, band: undefined })}
          />
        </FilterBar>
      }
      actions={
        <DownloadLink kind="button" href={fileAt(exportHours, { ...asked, language })}>
          {words.exportExcel}
        </DownloadLink>
      }
      beside={
        search.band !== undefined && data?.isProtected === false ? (
          <HoursList
            key={search.band}
            asked={asked}
            band={search.band}
            title={`${format.number(count ?? 0)} ${common.people} · ${bounds ? label(bounds.from, bounds.to) : words.onTheWay}`}
            onClose={() => set({ band: undefined })}
          />
        ) : undefined
      }
    >
      {data?.isProtected && <Notice tone="plain">{common.protected}</Notice>}
      {hours.error ? (
        <UnitEnded error={hours.error} onRetry={() => void hours.refetch()} />
      ) : !data ? (
        <Skeleton rows={6} />
      ) : (
        <Card
          flush
          title={words.hours}
          about={
            data.least && (
              <span>
                {words.rule(format.number(data.least.periods), data.least.document)}{' '}
                {!data.least.verified && <Badge tone="attention">{common.unverified}</Badge>}
              </span>
            )
          }
          footer={
            typeof data.onTheWay === 'number' && data.onTheWay > 0 ? (
              <span>
                <NumberLink value={data.onTheWay} unit={common.people} to={addressOf('onTheWay')} /> {words.willReach}
              </span>
            ) : undefined
          }
        >
          <BarList
            label={words.hours}
            chosen={search.band}
            total={data.total ?? 0}
            bars={data.bands.map(({ band, from, to, people, keptBack }) => ({
              key: band,
              label: label(from, to),
              value: people ?? 0,
              text: keptBack === undefined ? undefined : keptBack === 'small' ? common.small : common.hidden,
              series: band === 'reached' ? 1 : 0,
              to: (people ?? 0) > 0 ? addressOf(band) : undefined,
              unit: common.people,
            }))}
          />
        </Card>
      )}
    </Page>
  )
}

function HoursList({ asked, band, title, onClose }: { asked: Asked; band: (typeof shown)[number]; title: string; onClose: () => void }) {
  const words = useWords(messages)
  const common = useWords(shared)
  const format = useFormat()
  const { language } = useLanguage()
  const pages = useInfiniteQuery({
    queryKey: [listHoursPeople.id, asked, band],
    queryFn: ({ pageParam, signal }) =>
      call(listHoursPeople, { ...asked, band, limit: 300, ...(pageParam ? { after: pageParam } : {}) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const columns: Column<ListAnswer>[] = [
    { key: 'index', header: common.index, align: 'right', quiet: true, cell: (_, at) => format.number(at + 1) },
    {
      key: 'name',
      header: common.name,
      names: true,
      cell: ({ person }) => person && (person.canOpen ? <PersonLink id={person.personId} name={person.name} /> : person.name),
    },
    { key: 'unit', header: words.unit, cell: ({ unit }) => unit?.[language] },
    { key: 'attended', header: words.attended, align: 'right', cell: ({ times }) => format.number(times) },
    {
      key: 'attending',
      header: words.attending,
      align: 'right',
      quiet: true,
      cell: ({ detail }) => format.number(Number(detail['attending'] ?? 0)),
    },
  ]
  return (
    <SideList
      title={title}
      about={common.behind}
      onClose={onClose}
      footer={
        <>
          <span role="status">{common.shownAll(format.number(rows.length))}</span>
          {pages.hasNextPage && (
            <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {common.more}
            </Button>
          )}
        </>
      }
    >
      {pages.isPending ? (
        <Skeleton rows={12} />
      ) : (
        <Table caption={common.behind} columns={columns} rows={rows} rowKey={({ key }) => key} empty={common.none} />
      )}
    </SideList>
  )
}
