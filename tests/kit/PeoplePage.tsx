import { z } from 'zod'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import { DayText } from '#web/kit/DayText.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { formatDay } from '#web/format.ts'
import { Grid } from '#web/kit/Grid.tsx'
import type { GridColumn } from '#web/kit/grid/grid-column.ts'
import { Page } from '#web/kit/Page.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useSearch } from '#web/search.ts'
import { personAt, type Person } from './people.ts'

const shape = z.object({
  find: z.string().optional(),
  sort: z.enum(['name', 'born']).default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
})

const columns: GridColumn<Person>[] = [
  {
    key: 'no',
    header: 'TT',
    width: 72,
    align: 'right',
    quiet: true,
    pinned: true,
    cell: (_, index) => index + 1,
    text: (_, index) => String(index + 1),
  },
  {
    key: 'name',
    header: 'Họ và tên',
    width: 190,
    pinned: true,
    sort: 'name',
    cell: ({ id, name }) => <PersonLink id={id} name={name} />,
    text: ({ name }) => name,
  },
  {
    key: 'born',
    header: 'Ngày sinh',
    width: 110,
    sort: 'born',
    cell: ({ born }) => <DayText value={born} />,
    text: ({ born }) => formatDay(born),
  },
  { key: 'unit', header: 'Đơn vị', width: 170, cell: ({ unit }) => unit, text: ({ unit }) => unit },
  { key: 'post', header: 'Chức vụ', width: 180, cell: ({ post }) => post, text: ({ post }) => post },
  { key: 'level', header: 'Trình độ', width: 120, cell: ({ level }) => level, text: ({ level }) => level },
  { key: 'paper', header: 'Quyết định', width: 140, quiet: true, cell: ({ paper }) => paper, text: ({ paper }) => paper },
  { key: 'ethnicity', header: 'Dân tộc', width: 110, hidden: true, cell: ({ ethnicity }) => ethnicity, text: ({ ethnicity }) => ethnicity },
]

export function PeoplePage() {
  const { search, set } = useSearch(shape)
  return (
    <Page
      title="100.000 cán bộ, công chức tại 162 đơn vị"
      crumbs={[{ label: 'Con người và tổ chức' }, { label: 'Cán bộ, công chức' }]}
      filters={
        <FilterBar>
          <TextField inline label="Tìm" value={search.find ?? ''} onChange={(find) => set({ find })} />
        </FilterBar>
      }
    >
      <Grid
        name="kit-people"
        label="Cán bộ, công chức"
        columns={columns}
        total={100_000}
        windowSize={200}
        listKey={['people', search.find, search.sort, search.order]}
        loadWindow={async (window) => {
          await new Promise((done) => setTimeout(done, 60))
          return Array.from({ length: 200 }, (_, index) => personAt(window * 200 + index))
        }}
        sort={{ by: search.sort, order: search.order }}
        onSort={({ by, order }) => set({ sort: by as 'name' | 'born', order })}
        about="xếp theo tên"
      />
    </Page>
  )
}
