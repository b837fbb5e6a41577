import { correctUnit } from '#modules/organisation/unit.contract.ts'
import { isUnitKind, unitKinds } from '#modules/organisation/unit-kind.ts'
import { useCommand } from '#web/command.ts'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Form } from '#web/kit/Form.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { useNames } from './names.ts'
import type { UnitReply } from './UnitPage.tsx'

const shape = correctUnit.input.omit({ unitId: true, versionId: true, place: true })

/** A name or kind that was written wrong; a change by decision is a reorganisation. */
export function CorrectUnit({ unit, opened, onClose }: { unit: UnitReply; opened: boolean; onClose: () => void }) {
  const words = useWords(messages)
  const say = useToast()
  const { kind } = useNames()
  const { vi, en, kind: present, versionId } = unit.shown
  const form = useForm(shape, { nameVi: vi, nameEn: en, kind: isUnitKind(present) ? present : 'other_body', reason: '' })
  const correct = useCommand(correctUnit, {
    onDone: () => {
      say(words.corrected)
      onClose()
    },
  })
  return (
    <Dialog opened={opened} title={words.correctTitle} onClose={onClose}>
      <p>{words.correctAbout}</p>
      <Form
        form={form}
        onSubmit={(change) => correct.send({ unitId: unit.unitId, versionId, ...change })}
        busy={correct.busy}
        problem={correct.problem}
        onCancel={onClose}
      >
        <TextField name="nameVi" label={words.nameVi} required />
        <TextField name="nameEn" label={words.nameEn} required />
        <SelectField name="kind" label={words.kind} options={unitKinds.map((value) => ({ value, label: kind(value) }))} required />
        <TextField name="reason" label={words.reason} lines={2} required wide />
      </Form>
    </Dialog>
  )
}
