import { useState } from 'react'
import { beginRun, importKinds } from '#modules/imports/run.contract.ts'
import { useCommand } from '#web/command.ts'
import { useDay, useGo } from '#web/day.ts'
import { Card, Columns, Stack } from '#web/kit/Card.tsx'
import { Combobox } from '#web/kit/Combobox.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { FileField } from '#web/kit/FileField.tsx'
import { Progress } from '#web/kit/Progress.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { paths } from '#web/paths.ts'
import { findUnits } from '#web/unit-search.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { Refused } from './Refused.tsx'
import { Templates } from './Templates.tsx'

/** The first step: which list it is, whose, and the file itself; dropping the file begins. */
export function StartImport() {
  const words = useWords(messages)
  const go = useGo()
  const { day } = useDay()
  const [kind, setKind] = useState<(typeof importKinds)[number]>('people')
  const [unitId, setUnitId] = useState('')
  const [on, setOn] = useState('')
  const begin = useCommand(beginRun, { refresh: [], onDone: ({ id }) => go(paths.importRun(id)) })
  const wish = { kind, ...(unitId ? { unitId } : {}), ...(on ? { day: on } : {}) }
  return (
    <Card title={words.start} about={words.startAbout} footer={<Templates />}>
      <Stack>
        <Columns least={220}>
          <SelectField
            label={words.kind}
            options={importKinds.map((value) => ({ value, label: words.kinds[value] }))}
            value={kind}
            onChange={(value) => setKind(importKinds.find((one) => one === value) ?? 'people')}
          />
          <Combobox
            label={words.unit}
            placeholder={words.anyUnit}
            search={{ key: `units-${day}`, find: (text, signal) => findUnits(text, day, signal) }}
            value={unitId}
            onChange={setUnitId}
          />
          <DateField label={words.day} placeholder={words.todayElse} precision="day" value={on} onChange={setOn} />
        </Columns>
        {begin.busy ? (
          <Progress label={words.uploading} />
        ) : (
          <FileField label={words.drop} hint={words.dropHint} accept=".xlsx,.xls" onFile={(file) => void begin.send(wish, file)} />
        )}
        <Refused problem={begin.problem} />
      </Stack>
    </Card>
  )
}
