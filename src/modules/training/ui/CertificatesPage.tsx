import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { addDays } from '#lib/days.ts'
import { idText } from '#lib/operation.ts'
import { FindField } from '#modules/people/ui/FindField.tsx'
import { exportCertificates, listCertificates, type CertificateRow } from '#modules/training/certificate.contract.ts'
import { shownCode } from '#modules/training/certificate.ts'
import { addressOf, call } from '#web/client.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { DayText } from '#web/kit/DayText.tsx'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { DownloadLink, Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { Table, type Column } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { lazyPart } from '#web/lazy-part.tsx'
import { paths } from '#web/paths.ts'
import { useSearch } from '#web/search.ts'
import { useWords } from '#web/words.ts'
import { certificateStates, messages } from './certificate-messages.ts'

const AnnulCertificate = lazyPart(() => import('./AnnulCertificate.tsx').then((module) => module.AnnulCertificate))

const states = ['valid', 'expired', 'annulled'] as const
const addressShape = z.object({
  q: z.string().optional(),
  year: z.coerce.number().optional(),
  openerUnitId: idText.optional(),
  state: z.enum(states).optional(),
})

/** The register: every certificate issued, by year and number, valid or not. */
export function CertificatesPage() {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { search: filters, set } = useSearch(addressShape)
  const [annulling, setAnnulling] = useState<CertificateRow | null>(null)
  const columns = useColumns(setAnnulling)
  const list = useInfiniteQuery({
    queryKey: [listCertificates.id, filters],
    queryFn: ({ pageParam, signal }) => call(listCertificates, { ...filters, after: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const [first] = list.data?.pages ?? []
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <Page
      title={first ? words.title(format.number(first.total)) : words.register}
      filters={
        <FilterBar>
          <FindField label={words.find} value={filters.q ?? ''} onChange={(q) => set({ q: q || undefined })} />
          <SelectField
            inline
            label={words.year}
            any={words.anyYear}
            value={filters.year ? String(filters.year) : ''}
            options={(first?.years ?? []).map((year) => ({ value: String(year), label: String(year) }))}
            onChange={(year) => set({ year: year ? Number(year) : undefined })}
          />
          <SelectField
            inline
            label={words.opener}
            any={words.anyOpener}
            value={filters.openerUnitId ?? ''}
            options={(first?.openers ?? []).map((opener) => ({ value: opener.id, label: opener[language] }))}
            onChange={(openerUnitId) => set({ openerUnitId: openerUnitId || undefined })}
          />
          <SelectField
            inline
            label={words.state}
            any={words.anyState}
            value={filters.state ?? ''}
            options={states.map((value) => ({ value, label: certificateStates[value][language] }))}
            onChange={(state) => set({ state: addressShape.shape.state.parse(state || undefined) })}
          />
        </FilterBar>
      }
      actions={
        <DownloadLink kind="button" href={addressOf(exportCertificates, { ...filters, language })}>
          {words.exportExcel}
        </DownloadLink>
      }
    >
      <Card
        flush
        footer={
          list.hasNextPage && (
            <Button kind="quiet" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {words.more}
            </Button>
          )
        }
      >
        <Loaded query={list} rows={14}>
          {() => <Table stacks caption={words.register} rows={rows} rowKey={({ code }) => code} columns={columns} empty={words.none} />}
        </Loaded>
      </Card>
      {annulling && <AnnulCertificate certificate={annulling} onClose={() => setAnnulling(null)} />}
    </Page>
  )
}

function useColumns(annul: (row: CertificateRow) => void): Column<CertificateRow>[] {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  return [
    { key: 'no', header: words.registerNo, align: 'right', cell: ({ registerNo, year }) => `${format.number(registerNo)}/${year}` },
    { key: 'number', header: words.number, cell: ({ number }) => number },
    {
      key: 'name',
      header: words.name,
      names: true,
      cell: ({ personId, name, canOpen }) => (canOpen ? <PersonLink id={personId} name={name} /> : name),
    },
    {
      key: 'class',
      header: words.class,
      width: '300px',
      cell: ({ classId, classTitle }) => <Link to={paths.class(classId)}>{classTitle}</Link>,
    },
    { key: 'opener', header: words.opener, quiet: true, cell: ({ opener }) => opener[language] },
    { key: 'issued', header: words.issuedOn, cell: ({ issuedOn }) => <DayText value={issuedOn} /> },
    {
      key: 'state',
      header: words.state,
      cell: ({ state, expiresOn, annulledOn, annulledWhy }) => (
        <>
          <Badge tone={state === 'valid' ? 'success' : state === 'expired' ? 'quiet' : 'attention'}>
            {certificateStates[state][language]}
          </Badge>{' '}
          {state === 'annulled'
            ? [annulledOn && formatDay(annulledOn), annulledWhy ?? words.fell].filter(Boolean).join(' · ')
            : expiresOn && formatDay(addDays(expiresOn, -1))}
        </>
      ),
    },
    {
      key: 'code',
      header: words.code,
      quiet: true,
      width: '104px',
      cell: ({ code }) => <Link to={paths.verify(code)}>{shownCode(code)}</Link>,
    },
    {
      key: 'acts',
      header: '',
      cell: (row) =>
        row.may.annul && (
          <Button kind="quiet" onClick={() => annul(row)} aria-label={words.annulTitle(row.number)}>
            {words.annul}
          </Button>
        ),
    },
  ]
}
