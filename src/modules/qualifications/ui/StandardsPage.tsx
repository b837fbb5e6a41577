import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { z } from 'zod'
import { requirementCodes, requirements } from '#law/requirements.ts'
import { FindField } from '#modules/people/ui/FindField.tsx'
import { listStandards, type TitleStandards } from '#modules/qualifications/standard.contract.ts'
import { fold } from '#lib/vietnamese-names.ts'
import { read } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { useFormat } from '#web/format.ts'
import { Card } from '#web/kit/Card.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { Table, type Column } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useSearch, writeSearch } from '#web/search.ts'
import { useWords } from '#web/words.ts'
import { TitleBeside } from './TitleBeside.tsx'
import { messages } from './standard-messages.ts'
import { askedShort } from './standard-words.ts'

const addressShape = z.object({ q: z.string().optional(), level: z.enum(['district', 'commune']).optional(), title: z.string().optional() })

/** What every title asks on the day; one title beside, with its rules and where they stand. */
export function StandardsPage() {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { day } = useDay()
  const { search, set } = useSearch(addressShape)
  const query = useQuery({ ...read(listStandards, { on: day }), placeholderData: keepPreviousData })
  const titles = (query.data?.titles ?? []).filter(
    ({ name, level }) => fold(name[language]).includes(fold(search.q ?? '')) && (search.level ?? level) === level,
  )
  const standards = titles.flatMap((title) => title.standards)
  const unverified = standards.filter(({ verified }) => !verified).length
  const chosen = query.data?.titles.find(({ code }) => code === search.title)
  const columns = useColumns(titles)
  return (
    <Page
      title={query.data ? words.title(format.number(titles.length), format.number(standards.length)) : words.page}
      about={
        query.data &&
        (unverified > 0
          ? words.about(format.day(query.data.on), format.number(unverified))
          : words.aboutVerified(format.day(query.data.on)))
      }
      filters={
        <FilterBar>
          <FindField label={words.find} value={search.q ?? ''} onChange={(q) => set({ q: q || undefined })} />
          <SelectField
            inline
            label={words.level}
            any={words.anyLevel}
            value={search.level ?? ''}
            options={[
              { value: 'commune', label: words.commune },
              { value: 'district', label: words.district },
            ]}
            onChange={(level) => set({ level: addressShape.shape.level.parse(level || undefined) })}
          />
        </FilterBar>
      }
      actions={
        <Link kind="button" to={paths.gap()}>
          {words.gap}
        </Link>
      }
      beside={chosen && <TitleBeside title={chosen} onClose={() => set({ title: undefined })} />}
    >
      <Loaded query={query} rows={14}>
        {() => (
          <Card flush>
            <Table caption={words.page} rows={titles} rowKey={({ code }) => code} chosen={search.title} columns={columns} />
          </Card>
        )}
      </Loaded>
    </Page>
  )
}

function useColumns(titles: readonly TitleStandards[]): Column<TitleStandards>[] {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const [parameters] = useSearchParams()
  const asked = new Set(titles.flatMap(({ standards }) => standards.map(({ requirement }) => requirement)))
  return [
    {
      key: 'title',
      header: words.post,
      width: '220px',
      names: true,
      cell: ({ code, name }) => (
        <Link to={`${paths.standards()}?${writeSearch(parameters, { title: code }).toString()}`} preventScrollReset>
          {name[language]}
        </Link>
      ),
    },
    ...requirementCodes
      .filter((requirement) => asked.has(requirement))
      .map((requirement) => ({
        key: requirement,
        header: requirements[requirement][language],
        cell: ({ standards, fields }: TitleStandards) => {
          const standard = standards.find((each) => each.requirement === requirement)
          return standard && askedShort(standard, fields.length, language)
        },
      })),
    { key: 'weight', header: words.weight, align: 'right', cell: ({ weight }) => format.number(weight) },
  ]
}
