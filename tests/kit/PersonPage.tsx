import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card, Stack } from '#web/kit/Card.tsx'
import { Timeline } from '#web/kit/charts/Timeline.tsx'
import { PeriodText } from '#web/kit/DayText.tsx'
import { ProvenanceTag } from '#web/kit/DomainLinks.tsx'
import { Menu } from '#web/kit/Menu.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Table } from '#web/kit/Table.tsx'
import { Tabs } from '#web/kit/Tabs.tsx'

const facts = [
  {
    id: '1',
    name: 'Trung cấp lý luận chính trị',
    from: '2018-10',
    to: '2020-04',
    result: 'Khá',
    decision: { id: 'd1', number: '215-QĐ/HU', issuedOn: '2018-09-12' },
    run: null,
  },
  {
    id: '2',
    name: 'Quản lý nhà nước ngạch chuyên viên',
    from: '2016-03',
    to: '2016-05',
    result: 'Đạt',
    decision: { id: 'd2', number: '87-QĐ/UBND', issuedOn: '2016-03-02' },
    run: null,
  },
  {
    id: '3',
    name: 'Đại học Luật',
    from: '2011',
    to: '2015',
    result: 'Trung bình khá',
    decision: null,
    run: { id: 'r1', name: 'danh sách trích ngang', row: 9 },
  },
]

export function PersonPage() {
  return (
    <Page
      title="Nguyễn Văn An"
      crumbs={[{ label: 'Cán bộ, công chức', to: '/people' }, { label: 'Xã Tứ Quận' }, { label: 'Nguyễn Văn An' }]}
      about="Phó Chủ tịch UBND · Xã Tứ Quận · sinh 05/1983"
      actions={
        <>
          <Button>So sánh</Button>
          <Menu
            items={[
              { label: 'In lý lịch', onSelect: () => {} },
              { label: 'Rút quyết định', danger: true, onSelect: () => {} },
              { label: 'Xóa', why: 'đã có quyết định' },
            ]}
          >
            <Button>Thao tác</Button>
          </Menu>
          <Button kind="primary">Ghi sự kiện</Button>
        </>
      }
    >
      <Card flush>
        <Tabs
          label="Hồ sơ"
          tabs={[
            { key: 'summary', label: 'Tóm tắt', content: () => null },
            { key: 'training', label: 'Đào tạo', count: 7, content: () => null },
            { key: 'papers', label: 'Quyết định', count: 11, content: () => null },
            { key: 'looks', label: 'Ai đã xem', content: () => null },
          ]}
        />
      </Card>
      <Timeline
        title="Quá trình trên một trục thời gian"
        day="2026-11-23"
        dayLabel="hôm nay"
        events={[{ on: '2025-07-01', label: 'xã mới' }]}
        rows={[
          {
            key: 'work',
            label: 'Công tác',
            series: 0,
            bars: [
              { key: 'a', from: '2008', to: '2013-12-31', label: 'Cán bộ Văn phòng – Thống kê', page: '/decisions/a' },
              { key: 'b', from: '2014-01-01', to: '2019-06-30', label: 'Bí thư Đoàn xã', page: '/decisions/b' },
              { key: 'c', from: '2019-07-01', to: null, label: 'Phó CT UBND xã', page: '/decisions/c' },
            ],
          },
          {
            key: 'second',
            label: 'Biệt phái',
            series: 3,
            bars: [{ key: 'a', from: '2016-03-01', to: '2017-04-30', label: 'Xã Phúc Ninh', page: '/decisions/s' }],
          },
          {
            key: 'train',
            label: 'Đào tạo',
            series: 1,
            bars: [
              { key: 'a', from: '2011', to: '2014-12', label: 'ĐH Luật' },
              { key: 'b', from: '2018-10', to: '2020-04', label: 'TC LLCT', page: '/decisions/t' },
              { key: 'c', from: '2019-02', to: '2019-09', label: 'QLNN CV' },
            ],
          },
          {
            key: 'rate',
            label: 'Xếp loại',
            series: 4,
            bars: [2015, 2016, 2017, 2018, 2019, 2020].map((year) => ({
              key: String(year),
              from: `${year}-01-01`,
              to: `${year}-12-31`,
              label: year % 3 ? 'HTT' : 'HTXS',
              tint: true,
            })),
          },
          {
            key: 'plan',
            label: 'Quy hoạch',
            series: 2,
            bars: [
              { key: 'a', from: '2015-07-01', to: '2020-06-30', label: 'Phó CT UBND' },
              { key: 'b', from: '2020-07-01', to: '2025-06-30', label: 'CT UBND xã' },
            ],
          },
        ]}
      />
      <Stack>
        <Card flush>
          <Table
            caption="Đào tạo, bồi dưỡng"
            rows={facts}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', header: 'Đào tạo, bồi dưỡng', names: true, cell: ({ name }) => name },
              { key: 'time', header: 'Thời gian', cell: ({ from, to }) => <PeriodText from={from} to={to} /> },
              { key: 'result', header: 'Kết quả', cell: ({ result }) => <Badge>{result}</Badge> },
              { key: 'paper', header: 'Theo quyết định', cell: ({ decision, run }) => <ProvenanceTag decision={decision} run={run} /> },
            ]}
          />
        </Card>
      </Stack>
    </Page>
  )
}
