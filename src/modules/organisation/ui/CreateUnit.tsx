import { z } from 'zod'
import { createUnit, kindShape } from '#modules/organisation/unit.contract.ts'
import { systemsOf } from '#modules/organisation/kind-of-name.ts'
import { unitKinds } from '#modules/organisation/unit-kind.ts'
import { idText } from '#lib/operation.ts'
import { useCommand } from '#web/command.ts'
import { useDay, useGo } from '#web/day.ts'
import { Combobox } from '#web/kit/Combobox.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Form } from '#web/kit/Form.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { paths } from '#web/paths.ts'
import { findUnits } from '#web/unit-search.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { useNames } from './names.ts'

const shape = createUnit.input
  .pick({ nameVi: true, nameEn: true, from: true })
  .extend({ kind: kindShape, parentId: idText.optional(), otherParentId: idText.optional(), code: z.string().trim().max(20).optional() })

/** A unit that was forgotten when the tree was entered; what a decision founds belongs into a reorganisation. */
export function CreateUnit({ opened, onClose, parent }: { opened: boolean; onClose: () => void; parent?: { id: string; name: string } }) {
  const words = useWords(messages)
  const { kind } = useNames()
  const { day } = useDay()
  const go = useGo()
  const form = useForm(shape, { nameVi: '', nameEn: '', kind: 'state_office', from: '', parentId: parent?.id ?? '' })
  const create = useCommand(createUnit, {
    onDone: ({ unitId }) => {
      form.reset()
      onClose()
      go(paths.unit(unitId))
    },
  })
  const search = { key: `units ${day}`, find: (text: string, signal: AbortSignal) => findUnits(text, day, signal) }
  const send = ({ parentId, otherParentId, code, ...unit }: z.output<typeof shape>) => {
    const [first = 'state'] = systemsOf(unit.kind)
    const other = first === 'state' ? 'party' : 'state'
    return create.send({
      ...unit,
      codes: code ? [{ scheme: 'administrative', code }] : [],
      parents: { ...(parentId ? { [first]: parentId } : {}), ...(otherParentId ? { [other]: otherParentId } : {}) },
    })
  }
  return (
    <Dialog opened={opened} title={words.addUnit} onClose={onClose}>
      <p>{words.addUnitAbout}</p>
      <Form form={form} onSubmit={send} busy={create.busy} problem={create.problem} submitLabel={words.addUnit} onCancel={onClose}>
        <TextField name="nameVi" label={words.nameVi} required />
        <TextField name="nameEn" label={words.nameEn} required />
        <SelectField name="kind" label={words.kind} options={unitKinds.map((value) => ({ value, label: kind(value) }))} required />
        <DateField name="from" label={words.since} precision="day" required />
        <Combobox name="parentId" label={words.under} search={search} labelOf={(id) => (id === parent?.id ? parent.name : undefined)} />
        <Combobox name="otherParentId" label={words.otherParent} hint={words.otherParentHint} search={search} />
        <TextField name="code" label={words.code} />
      </Form>
    </Dialog>
  )
}
