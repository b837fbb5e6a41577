import { useState } from 'react'
import { Navigate } from 'react-router'
import { z } from 'zod'
import { draftUnits, foundAuthority } from '#modules/organisation/authority.contract.ts'
import { englishName } from '#modules/organisation/kind-of-name.ts'
import { kindShape } from '#modules/organisation/unit.contract.ts'
import { draftOfText, type Draft } from '#modules/organisation/unit-draft.ts'
import { unitKinds } from '#modules/organisation/unit-kind.ts'
import { useCommand } from '#web/command.ts'
import { useGo } from '#web/day.ts'
import { Alone } from '#web/kit/Alone.tsx'
import { Card, Columns } from '#web/kit/Card.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { ErrorSummary } from '#web/kit/ErrorSummary.tsx'
import { FileField } from '#web/kit/FileField.tsx'
import { Form } from '#web/kit/Form.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { SelectField } from '#web/kit/SelectField.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { paths } from '#web/paths.ts'
import { useNewSession, useSession } from '#web/session.tsx'
import { LanguageSwitch } from '#web/shell/LanguageSwitch.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './first-run-messages.ts'
import { DraftTree } from './DraftTree.tsx'
import { useNames } from './names.ts'

const shape = foundAuthority.input
  .omit({ units: true, nameEn: true })
  .extend({ nameEn: z.string().trim().max(200).optional(), kind: kindShape })

/** An installation without accounts: who administers it, which authority it serves, which units it has. */
export function FirstRunPage() {
  const words = useWords(messages)
  const { kind } = useNames()
  const { firstRun } = useSession()
  const go = useGo()
  const renew = useNewSession()
  const [draft, setDraft] = useState<Draft>({ units: [], problems: [] })
  const form = useForm(shape, {
    nameVi: '',
    nameEn: '',
    kind: 'commune',
    from: '2025-07-01',
    code: '',
    username: '',
    displayName: '',
    password: '',
  })
  const found = useCommand(foundAuthority, { refresh: [] })
  if (!firstRun) return <Navigate to={paths.home()} replace />
  const send = async ({ nameEn, ...authority }: z.output<typeof shape>) => {
    if (draft.problems.length > 0) return
    if (!(await found.send({ ...authority, nameEn: nameEn || englishName(authority.nameVi, authority.kind), units: draft.units }))) return
    await renew(null, false)
    go(paths.home())
  }
  return (
    <Alone title={words.title} about={words.about} actions={<LanguageSwitch />}>
      <Card>
        <Form form={form} onSubmit={send} busy={found.busy} problem={found.problem} submitLabel={words.found}>
          <h2 className="kc-wide">{words.authority}</h2>
          <TextField name="nameVi" label={words.nameVi} hint={words.nameHint} required />
          <TextField name="nameEn" label={words.nameEn} hint={words.nameEnHint} />
          <SelectField name="kind" label={words.kind} options={unitKinds.map((value) => ({ value, label: kind(value) }))} required />
          <TextField name="code" label={words.code} />
          <DateField name="from" label={words.from} hint={words.fromHint} precision="day" required />
          <h2 className="kc-wide">{words.administrator}</h2>
          <TextField name="displayName" label={words.displayName} autoComplete="name" required />
          <TextField name="username" label={words.username} hint={words.usernameHint} autoComplete="username" required />
          <TextField
            name="password"
            label={words.password}
            hint={words.passwordHint}
            type="password"
            autoComplete="new-password"
            required
          />
          <UnitEntry draft={draft} onDraft={setDraft} />
        </Form>
      </Card>
    </Alone>
  )
}

/** The tree typed in or read from a workbook, shown as it will be. */
function UnitEntry({ draft, onDraft }: { draft: Draft; onDraft: (draft: Draft) => void }) {
  const words = useWords(messages)
  const refusalText = useRefusalText()
  const [text, setText] = useState('')
  const reading = useCommand(draftUnits, { refresh: [], onDone: (reply) => onDraft(reply) })
  const type = (next: string) => {
    setText(next)
    onDraft(draftOfText(next))
  }
  const problems = [...draft.problems, ...(reading.problem?.refusals ?? [])]
  return (
    <div className="kc-form-fields kc-wide">
      <h2 className="kc-wide">{words.units}</h2>
      <p className="kc-muted kc-wide">{words.unitsAbout}</p>
      <div className="kc-wide">
        <Columns least={320}>
          <TextField label={words.list} hint={words.listHint} lines={8} value={text} onChange={type} placeholder={words.listExample} />
          <FileField
            label={words.file}
            hint={words.fileHint}
            accept=".xlsx,.xls"
            onFile={(file) => {
              setText('')
              void reading.send({}, file)
            }}
          />
        </Columns>
      </div>
      <div className="kc-wide">
        <ErrorSummary lines={problems.map((problem) => ({ text: refusalText(problem) }))} />
        {draft.units.length > 0 && problems.length === 0 && <Notice tone="success">{words.unitsRead(draft.units.length)}</Notice>}
        <DraftTree units={draft.units} />
      </div>
    </div>
  )
}
