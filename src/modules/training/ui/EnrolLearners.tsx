import { useState } from 'react'
import { BasisFields } from '#modules/people/ui/BasisFields.tsx'
import { EventForm } from '#modules/people/ui/EventForm.tsx'
import { window } from '#modules/people/list.contract.ts'
import { enrol } from '#modules/training/class.contract.ts'
import { call } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Combobox } from '#web/kit/Combobox.tsx'
import { Drawer } from '#web/kit/Drawer.tsx'
import { FilterBar } from '#web/kit/FilterBar.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

const shape = enrol.input.omit({ classId: true, personIds: true, override: true })

/** Trainees are found one by one and entered together. */
export function EnrolLearners({ classId, title, onClose }: { classId: string; title: string; onClose: () => void }) {
  const words = useWords(messages)
  const format = useFormat()
  const { day } = useDay()
  const [chosen, setChosen] = useState<{ id: string; name: string }[]>([])
  const [names] = useState(() => new Map<string, string>())
  async function find(text: string, signal: AbortSignal) {
    const { rows } = await call(window, { q: text, group: 'all', status: 'all', day, limit: 10 }, { signal })
    for (const { personId, name } of rows) names.set(personId, name)
    return rows.map(({ personId, name, birth, title: post, unit }) => ({
      value: personId,
      label: name,
      about: [birth && formatDay(birth), post, unit?.vi].filter(Boolean).join(' · '),
    }))
  }
  function add(id: string) {
    if (id && !chosen.some((one) => one.id === id)) setChosen([...chosen, { id, name: names.get(id) ?? id }])
  }
  return (
    <Drawer opened title={`${words.enrol} · ${title}`} onClose={onClose} width={620}>
      <EventForm
        operation={enrol}
        shape={shape}
        submitLabel={`${words.enrol} (${format.number(chosen.length)})`}
        start={{}}
        onDone={onClose}
        onCancel={onClose}
        inputOf={(values) => ({ ...values, classId, personIds: chosen.map(({ id }) => id) })}
      >
        <Combobox
          key={chosen.length}
          label={words.person}
          hint={words.choosePeople}
          wide
          value=""
          onChange={add}
          search={{ key: `people-${day}`, find }}
        />
        <FilterBar
          chips={chosen.map(({ id, name }) => ({ label: name, onRemove: () => setChosen(chosen.filter((one) => one.id !== id)) }))}
        />
        <BasisFields />
      </EventForm>
    </Drawer>
  )
}
