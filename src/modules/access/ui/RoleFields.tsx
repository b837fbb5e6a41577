import { roles } from '#modules/access/roles.ts'
import { useDay } from '#web/day.ts'
import { Combobox } from '#web/kit/Combobox.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { findUnits } from '#web/unit-search.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'

/** A role and the unit from which it reaches down; no unit is everything. */
export function RoleFields() {
  const words = useWords(messages)
  const { day } = useDay()
  return (
    <>
      <SelectField name="role" label={words.role} options={roles.map((role) => ({ value: role, label: words.roleNames[role] }))} required />
      <Combobox
        name="unitId"
        label={words.unit}
        placeholder={words.wholeUnit}
        search={{ key: `units ${day}`, find: (text, signal) => findUnits(text, day, signal) }}
      />
    </>
  )
}
