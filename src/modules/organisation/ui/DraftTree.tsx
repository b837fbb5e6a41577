import type { DraftUnit } from '#modules/organisation/unit-draft.ts'
import { Table } from '#web/kit/Table.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './first-run-messages.ts'
import { useNames } from './names.ts'

const shown = 300

/** The units as they were understood, each with the one it stands under. */
export function DraftTree({ units }: { units: DraftUnit[] }) {
  const words = useWords(messages)
  const { kind } = useNames()
  if (units.length === 0) return null
  return (
    <Table
      caption={words.understood}
      rows={units.slice(0, shown)}
      rowKey={(_, at) => String(at)}
      columns={[
        { key: 'name', header: words.name, names: true, cell: (unit) => unit.nameVi },
        { key: 'kind', header: words.kind, cell: (unit) => kind(unit.kind) },
        {
          key: 'under',
          header: words.under,
          cell: (unit) => (unit.parent === null ? words.theAuthority : (units[unit.parent]?.nameVi ?? '')),
        },
        { key: 'code', header: words.code, cell: (unit) => unit.code ?? '' },
      ]}
    />
  )
}
