import type { FoundUnit } from '#modules/organisation/unit.contract.ts'
import { addDays } from '#lib/days.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { UnitLink } from '#web/kit/DomainLinks.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { useNames } from './names.ts'

/** Units by any name or code they ever had; of one that has ended, what became of it. */
export function FoundUnits({ units }: { units: FoundUnit[] }) {
  const words = useWords(messages)
  const format = useFormat()
  const { name, kind } = useNames()
  return (
    <Table
      caption={words.found}
      rows={units}
      rowKey={({ unitId }) => unitId}
      empty={words.noneFound}
      columns={[
        { key: 'name', header: words.unit, names: true, cell: (unit) => <UnitLink id={unit.unitId} name={name(unit)} /> },
        { key: 'kind', header: words.kind, cell: (unit) => kind(unit.kind) },
        { key: 'parent', header: words.under, cell: (unit) => (unit.parent ? name(unit.parent) : '') },
        { key: 'code', header: words.code, cell: (unit) => unit.code ?? '' },
        { key: 'days', header: words.days, cell: (unit) => format.period(unit.from, unit.to && addDays(unit.to, -1)) },
        {
          key: 'after',
          header: words.becameOf,
          cell: (unit) =>
            unit.successors.length > 0
              ? unit.successors.map((successor, at) => (
                  <span key={successor.unitId}>
                    {at > 0 && ', '}
                    <UnitLink id={successor.unitId} name={name(successor)} />
                    {!successor.whole && ` (${words.part})`}
                  </span>
                ))
              : !unit.existsOnDay && <Badge tone="quiet">{words.notOnDay}</Badge>,
        },
      ]}
    />
  )
}
