import { z } from 'zod'
import { Button } from '#web/kit/Button.tsx'
import { Card, Columns, Row } from '#web/kit/Card.tsx'
import { AgePyramid } from '#web/kit/charts/AgePyramid.tsx'
import { BarList } from '#web/kit/charts/BarList.tsx'
import { LegendList } from '#web/kit/charts/Chart.tsx'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { Page } from '#web/kit/Page.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { SideList } from '#web/kit/SideList.tsx'
import { NumberLink, Stat } from '#web/kit/Stat.tsx'
import { Table } from '#web/kit/Table.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { useSearch } from '#web/search.ts'
import { personAt } from './people.ts'

const shape = z.object({ figure: z.string().optional(), unit: z.string().default('huyen') })
const sent = [
  ['TC', 'Trung cấp lý luận chính trị', 283, 0],
  ['CV', 'QLNN ngạch chuyên viên', 128, 1],
  ['DH', 'Đào tạo đại học', 122, 0],
  ['CD', 'Đào tạo cao đẳng', 94, 0],
  ['CC', 'Cao cấp lý luận chính trị', 24, 0],
  ['CVC', 'QLNN ngạch chuyên viên chính', 23, 1],
  ['NC', 'Nâng cao trình độ chuyên môn', 14, 0],
  ['BC', 'Báo cáo viên cấp huyện', 6, 1],
] as const
const legend = [
  { series: 0 as const, label: 'Đào tạo' },
  { series: 1 as const, label: 'Bồi dưỡng' },
  { series: 2 as const, label: 'Tự học' },
  { series: 3 as const, label: 'Khác' },
]

export function ReviewPage() {
  const { search, set } = useSearch(shape)
  const rows = Array.from({ length: 24 }, (_, index) => personAt(index))
  const side = search.figure && (
    <SideList
      title="283 lượt · Trung cấp lý luận chính trị"
      about="Danh sách đằng sau con số"
      onClose={() => set({ figure: undefined })}
      footer={
        <>
          <span>1–24 trong 283 · xếp theo tên</span>
          <span>Xuất danh sách</span>
        </>
      }
    >
      <Table
        caption="283 lượt"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'no', header: 'TT', align: 'right', quiet: true, cell: (_, index) => index + 1 },
          { key: 'name', header: 'Họ và tên', names: true, cell: ({ id, name }) => <PersonLink id={id} name={name} /> },
          { key: 'unit', header: 'Đơn vị tại lúc cử', cell: ({ unit }) => unit },
          { key: 'paper', header: 'Quyết định', quiet: true, cell: ({ paper }) => paper },
        ]}
      />
    </SideList>
  )
  return (
    <Page
      title="694 lượt cử đi học, 3 cán bộ biệt phái về xã trong nhiệm kỳ 2015–2020"
      crumbs={[{ label: 'Số liệu' }, { label: 'Tổng kết' }]}
      beside={side}
      filters={
        <FilterBar chips={[{ label: 'Theo số liệu biết đến hôm nay', onRemove: () => {} }]}>
          <SelectField
            inline
            label="Đơn vị"
            options={[
              { value: 'huyen', label: 'Huyện Yên Sơn' },
              { value: 'tuquan', label: 'Xã Tứ Quận' },
            ]}
            value={search.unit}
            onChange={(unit) => set({ unit })}
          />
          <DateField inline label="Từ" precision="day" value="2015-01-01" onChange={() => {}} />
        </FilterBar>
      }
      actions={
        <>
          <Button icon="print">In</Button>
          <Button icon="download">Xuất Excel</Button>
          <Button kind="primary" why="Chưa có quyền đưa lên bản tin">
            Đưa lên bản tin
          </Button>
        </>
      }
    >
      <Card
        flush
        title="Cử đi đào tạo, bồi dưỡng"
        about={
          <Row>
            <span>Lượt người theo quyết định cử đi học</span>
            <LegendList legend={legend.slice(0, 2)} />
            <NumberLink value={452} unit="người" to="/?figure=people" />
            khác nhau
          </Row>
        }
      >
        <BarList
          label="Cử đi đào tạo, bồi dưỡng"
          chosen={search.figure}
          total={694}
          bars={sent.map(([key, label, value, series]) => ({ key, label, value, series, to: `/?figure=${key}` }))}
        />
      </Card>
      <Columns least={320}>
        <Card title="Lớp đã mở" about="Trung tâm bồi dưỡng chính trị huyện">
          <Columns least={120}>
            <Stat
              value={34}
              unit="lớp"
              label={
                <>
                  lý luận chính trị
                  <br />
                  <NumberLink value={2014} to="/classes" /> lượt học viên
                </>
              }
              to="/classes"
            />
            <Stat
              value={234}
              unit="lớp"
              label={
                <>
                  bồi dưỡng chuyên đề
                  <br />
                  <NumberLink value={38206} to="/classes" /> lượt học viên
                </>
              }
            />
          </Columns>
        </Card>
        <Card
          title="Xã Tứ Quận"
          about={
            <>
              Cán bộ, công chức tại 31/12/2020 · <NumberLink value={22} unit="người" to="/people" />
            </>
          }
        >
          <Columns least={90}>
            <Stat value="100%" label="đại học trở lên" />
            <Stat value="100%" label="LLCT từ trung cấp (19 đã, 3 đang học)" />
            <Stat value="100%" label="đúng chuyên môn" />
          </Columns>
        </Card>
      </Columns>
      <Columns least={380}>
        <AgePyramid
          title="Tuổi 41–50 đông nhất; 31 người nghỉ hưu trong 2 năm tới"
          retirement={{ men: 61.5, women: 57 }}
          linkOf={(sex, { from }) => `/people?sex=${sex}&from=${from}`}
          footer={
            <>
              <span>Tại 23/11/2026</span>
              <NumberLink value={2487} unit="người" to="/people" />
            </>
          }
          bands={[
            { from: 0, to: 30, men: 70, women: 48 },
            { from: 31, to: 35, men: 180, women: 190 },
            { from: 36, to: 40, men: 280, women: 310 },
            { from: 41, to: 45, men: 320, women: 345 },
            { from: 46, to: 50, men: 300, women: 290 },
            { from: 51, to: 55, men: 210, women: 180 },
            { from: 56, to: null, men: 190, women: 48 },
          ]}
        />
      </Columns>
    </Page>
  )
}
