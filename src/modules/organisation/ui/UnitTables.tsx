import { addDays } from '#lib/days.ts'
import { useFormat } from '#web/format.ts'
import { UnitLink } from '#web/kit/DomainLinks.tsx'
import { NumberLink } from '#web/kit/Stat.tsx'
import { Table } from '#web/kit/Table.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { useNames } from './names.ts'
import type { UnitReply } from './UnitPage.tsx'

type Days = { from: string; to: string | null }

function usePeriod() {
  const format = useFormat()
  return ({ from, to }: Days) => format.period(from, to && addDays(to, -1))
}

export function ChildrenTable({ unit }: { unit: UnitReply }) {
  const words = useWords(messages)
  const { name, kind } = useNames()
  return (
    <Table
      caption={words.childrenOf(name(unit.shown))}
      rows={unit.children}
      rowKey={({ unitId }) => unitId}
      columns={[
        { key: 'name', header: words.unit, names: true, cell: (child) => <UnitLink id={child.unitId} name={name(child)} /> },
        { key: 'kind', header: words.kind, cell: (child) => kind(child.kind) },
        ...(unit.people
          ? [
              {
                key: 'under',
                header: words.officialsColumn,
                align: 'right' as const,
                cell: ({ unitId, under }: UnitReply['children'][number]) => (
                  <NumberLink value={under ?? 0} to={`${paths.people()}?unitId=${unitId}`} />
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

export function VersionsTable({ unit }: { unit: UnitReply }) {
  const words = useWords(messages)
  const { name, kind } = useNames()
  const period = usePeriod()
  return (
    <Table
      caption={words.namesOverTime}
      rows={unit.versions}
      rowKey={({ versionId }) => versionId}
      columns={[
        { key: 'name', header: words.name, names: true, cell: name },
        { key: 'kind', header: words.kind, cell: (version) => kind(version.kind) },
        { key: 'days', header: words.days, cell: period },
      ]}
    />
  )
}

export function CodesTable({ unit }: { unit: UnitReply }) {
  const words = useWords(messages)
  const period = usePeriod()
  return (
    <Table
      caption={words.codesOverTime}
      rows={unit.codes}
      rowKey={({ scheme, code, from }) => `${scheme} ${code} ${from}`}
      empty={words.noCodes}
      columns={[
        { key: 'code', header: words.code, names: true, cell: ({ code }) => code },
        { key: 'scheme', header: words.scheme, cell: ({ scheme }) => words.schemes[scheme as keyof typeof words.schemes] },
        { key: 'days', header: words.days, cell: period },
      ]}
    />
  )
}

export function ParentsTable({ unit }: { unit: UnitReply }) {
  const words = useWords(messages)
  const { name } = useNames()
  const period = usePeriod()
  return (
    <Table
      caption={words.parentsOverTime}
      rows={unit.parents}
      rowKey={({ unitId, system, from }) => `${unitId} ${system} ${from}`}
      empty={words.noParents}
      columns={[
        { key: 'name', header: words.under, names: true, cell: (parent) => <UnitLink id={parent.unitId} name={name(parent)} /> },
        { key: 'system', header: words.system, cell: ({ system }) => words.systems[system] },
        { key: 'days', header: words.days, cell: period },
      ]}
    />
  )
}
