import { useSearchParams } from 'react-router'
import { Card, Columns } from '#web/kit/Card.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Tree } from '#web/kit/Tree.tsx'

const tree = [
  {
    key: 'huyen',
    label: 'Huyện Yên Sơn',
    about: '2.487',
    children: [
      {
        key: 'dang',
        label: 'Huyện ủy',
        about: '120',
        children: [
          { key: 'btc', label: 'Ban Tổ chức', about: '9' },
          { key: 'bkt', label: 'Ủy ban kiểm tra', about: '7' },
        ],
      },
      {
        key: 'xa',
        label: 'Các xã',
        about: '640',
        children: [
          { key: 'tq', label: 'Xã Tứ Quận', about: '22' },
          { key: 'pn', label: 'Xã Phúc Ninh', about: '21' },
        ],
      },
    ],
  },
]

export function UnitsPage() {
  const [search, setSearch] = useSearchParams()
  return (
    <Page title="31 đơn vị có 2.487 cán bộ, công chức">
      <Columns least={300}>
        <Card title="Đơn vị">
          <Tree
            label="Đơn vị"
            nodes={tree}
            opened={['huyen', 'xa']}
            chosen={search.get('unit') ?? undefined}
            onChoose={(unit) => setSearch({ unit })}
          />
        </Card>
        <Card title="Đang chọn">
          <p>{search.get('unit') ?? '–'}</p>
        </Card>
      </Columns>
    </Page>
  )
}
