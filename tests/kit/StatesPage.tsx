import { Problem } from '#web/client.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card, Columns, Row } from '#web/kit/Card.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { Failure } from '#web/kit/Failure.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Progress } from '#web/kit/Progress.tsx'
import { Skeleton } from '#web/kit/Skeleton.tsx'

export function StatesPage() {
  return (
    <Page
      title="Các trạng thái"
      filters={
        <FilterBar
          chips={[
            { label: 'Nữ', onRemove: () => {} },
            { label: 'Dưới 40 tuổi', onRemove: () => {} },
          ]}
          onClear={() => {}}
        />
      }
    >
      <Notice>Quyết định này đã được rút ngày 12/09/2020.</Notice>
      <Notice tone="success">Đã nhập 38.000 dòng.</Notice>
      <Row>
        <Badge>Khá</Badge>
        <Badge tone="chosen">Đang học</Badge>
        <Badge tone="attention">Thiếu 16 tiết</Badge>
        <Badge tone="success">Đạt</Badge>
        <Badge tone="error">Bị từ chối</Badge>
        <Badge tone="quiet">Nháp</Badge>
      </Row>
      <Columns>
        <Card>
          <Skeleton />
        </Card>
        <Card>
          <Empty title="Chưa có lớp nào" action={<Button kind="primary">Mở lớp đầu tiên</Button>}>
            Lớp mở theo quyết định sẽ hiện ở đây.
          </Empty>
        </Card>
        <Card>
          <Failure error={new Problem(500, { requestId: 'req-1a' })} onRetry={() => {}} />
        </Card>
        <Card>
          <Failure error={new Problem(0)} onRetry={() => {}} />
        </Card>
        <Card>
          <Failure error={new Problem(404)} />
        </Card>
        <Card>
          <Progress label="Đang nhập" done={12000} total={38000} />
          <Progress label="Đang đọc tệp" />
        </Card>
      </Columns>
    </Page>
  )
}
