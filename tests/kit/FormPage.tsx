import { useState } from 'react'
import { z } from 'zod'
import { operation } from '#lib/operation.ts'
import { useCommand } from '#web/command.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { CheckField } from '#web/kit/CheckField.tsx'
import { Combobox } from '#web/kit/Combobox.tsx'
import { Confirm } from '#web/kit/Confirm.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { FileField } from '#web/kit/FileField.tsx'
import { Form } from '#web/kit/Form.tsx'
import { NumberField } from '#web/kit/NumberField.tsx'
import { Page } from '#web/kit/Page.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'

const openClass = operation({
  id: 'kit.classes.open',
  method: 'POST',
  path: '/api/classes',
  permission: 'signed-in',
  summary: { vi: 'Mở lớp', en: 'Open a class' },
  input: z.object({
    name: z.string().min(1),
    openedOn: z.iso.date(),
    learners: z.number().int().min(1).max(500),
    school: z.string().min(1),
    kind: z.string().optional(),
    online: z.boolean().default(false),
    note: z.string().optional(),
  }),
  reply: z.object({ id: z.string() }),
})
const schools = ['Trường Chính trị tỉnh', 'Trung tâm bồi dưỡng chính trị huyện', 'Học viện Chính trị khu vực I', 'Đại học Luật Hà Nội'].map(
  (label, index) => ({ value: String(index), label }),
)

export function FormPage() {
  const say = useToast()
  const [dialog, setDialog] = useState(false)
  const [confirming, setConfirming] = useState(false)
  const form = useForm(openClass.input, { name: '', openedOn: '', school: '', online: false })
  const open = useCommand(openClass, { onDone: () => say('Đã mở lớp') })
  return (
    <Page
      title="Mở lớp bồi dưỡng"
      actions={
        <>
          <Button onClick={() => setDialog(true)}>Hộp thoại</Button>
          <Button kind="danger" onClick={() => setConfirming(true)}>
            Rút quyết định
          </Button>
        </>
      }
    >
      <Card>
        <Form form={form} onSubmit={(values) => open.send(values)} busy={open.busy} problem={open.problem} submitLabel="Mở lớp">
          <TextField name="name" label="Tên lớp" required wide hint="Như trong quyết định mở lớp" />
          <DateField name="openedOn" label="Khai giảng" precision="day" required />
          <NumberField name="learners" label="Số học viên" required />
          <Combobox name="school" label="Cơ sở đào tạo" required options={schools} />
          <SelectField
            name="kind"
            label="Loại lớp"
            any="Chưa rõ"
            options={[
              { value: 'llct', label: 'Lý luận chính trị' },
              { value: 'cd', label: 'Chuyên đề' },
            ]}
          />
          <TextField name="note" label="Ghi chú" lines={2} wide />
          <CheckField name="online" label="Học trực tuyến" />
        </Form>
      </Card>
      <FileField label="Danh sách học viên" accept=".xlsx,.xls" hint="Tệp Excel đến 20 MB" onFile={(file) => say(file.name)} />
      <Dialog opened={dialog} title="Hộp thoại" onClose={() => setDialog(false)}>
        <SchoolField />
      </Dialog>
      <Confirm
        opened={confirming}
        title="Rút quyết định 215-QĐ/HU?"
        action="Rút quyết định"
        danger
        reason
        onConfirm={() => setConfirming(false)}
        onClose={() => setConfirming(false)}
      >
        Các sự kiện theo quyết định này cũng được rút.
      </Confirm>
    </Page>
  )
}

function SchoolField() {
  const [school, setSchool] = useState('')
  return <Combobox label="Trường" options={schools} value={school} onChange={setSchool} />
}
