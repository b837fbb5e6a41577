import { useState } from 'react'
import { moveObjections } from '#modules/imports/run.ts'
import { importKinds, reread, type Run } from '#modules/imports/run.contract.ts'
import { useCommand } from '#web/command.ts'
import { useDay } from '#web/day.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card, Columns, Stack } from '#web/kit/Card.tsx'
import { Combobox } from '#web/kit/Combobox.tsx'
import { DateField } from '#web/kit/DateField.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { SelectField } from '#web/kit/SelectField.tsx'
import { useLanguage } from '#web/language.tsx'
import { findUnits } from '#web/unit-search.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { Refused } from './Refused.tsx'
import { Templates } from './Templates.tsx'

/** What was said of the file when it was uploaded; changed, the file is read again. */
export function FileStep({ run }: { run: Run }) {
  const words = useWords(messages)
  const refusalText = useRefusalText()
  const { language } = useLanguage()
  const { day } = useDay()
  const [kind, setKind] = useState(run.kind)
  const [unitId, setUnitId] = useState(run.unit?.id ?? '')
  const [on, setOn] = useState(run.day ?? '')
  const again = useCommand(reread)
  const [objection] = moveObjections(run, 'read')
  return (
    <Card
      title={run.fileName}
      footer={
        <>
          <Templates />
          <Button
            kind="primary"
            busy={again.busy}
            why={objection && refusalText(objection)}
            onClick={() => void again.send({ runId: run.id, kind, unitId: unitId || null, day: on || null })}
          >
            {words.readAgain}
          </Button>
        </>
      }
    >
      <Stack>
        <Refused problem={again.problem} />
        <Columns least={220}>
          <SelectField
            label={words.kind}
            options={importKinds.map((value) => ({ value, label: words.kinds[value] }))}
            value={kind}
            onChange={(value) => setKind(importKinds.find((one) => one === value) ?? run.kind)}
          />
          <Combobox
            label={words.unit}
            placeholder={words.anyUnit}
            search={{ key: `units-${day}`, find: (text, signal) => findUnits(text, day, signal) }}
            labelOf={(id) => (id === run.unit?.id ? run.unit[language] : undefined)}
            value={unitId}
            onChange={setUnitId}
          />
          <DateField label={words.day} placeholder={words.todayElse} precision="day" value={on} onChange={setOn} />
        </Columns>
      </Stack>
    </Card>
  )
}
