import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { useState } from 'react'
import { findUnits, unitTree, type UnitNode } from '#modules/organisation/unit.contract.ts'
import { read } from '#web/client.ts'
import { useDay, useGo } from '#web/day.ts'
import { useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card } from '#web/kit/Card.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { Tree, type TreeNode } from '#web/kit/Tree.tsx'
import { paths } from '#web/paths.ts'
import { useSearch } from '#web/search.ts'
import { useMay, useSession } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { CreateUnit } from './CreateUnit.tsx'
import { FoundUnits } from './FoundUnits.tsx'
import { messages } from './messages.ts'
import { useNames } from './names.ts'
import { branchesOf, openedFor, unitOfKey, type Branch } from './tree-nodes.ts'

const searchShape = z.object({ q: z.string().max(200).optional() })

/** The tree of the day, and every name a unit ever had. */
export function UnitsPage() {
  const words = useWords(messages)
  const format = useFormat()
  const may = useMay()
  const { day } = useDay()
  const { search, set } = useSearch(searchShape)
  const [adding, setAdding] = useState(false)
  const tree = useQuery({ ...read(unitTree, { on: day }), placeholderData: keepPreviousData })
  const text = search.q?.trim() ?? ''
  const found = useQuery({ ...read(findUnits, { q: text, on: day, limit: 50 }), enabled: text !== '', placeholderData: keepPreviousData })
  return (
    <Page
      title={tree.data ? titleOf(tree.data.units, words, format.number) : words.units}
      about={words.unitsAbout}
      filters={
        <TextField
          inline
          type="search"
          label={words.find}
          placeholder={words.findHint}
          value={search.q ?? ''}
          onChange={(q) => set({ q })}
        />
      }
      actions={
        <>
          <Link kind="button" to={paths.reorganisations()}>
            {words.reorganisations}
          </Link>
          {may('organisation.write') && (
            <Button icon="plus" onClick={() => setAdding(true)}>
              {words.addUnit}
            </Button>
          )}
        </>
      }
    >
      {text === '' ? (
        <Card>
          <Loaded query={tree} rows={18}>
            {(data) => <UnitTree key={data.on} units={data.units} />}
          </Loaded>
        </Card>
      ) : (
        <Card flush>
          <Loaded query={found}>{(data) => <FoundUnits units={data.units} />}</Loaded>
        </Card>
      )}
      <CreateUnit opened={adding} onClose={() => setAdding(false)} />
    </Page>
  )
}

function titleOf(units: UnitNode[], words: typeof messages.vi, number: (value: number) => string): string {
  const officials = Math.max(0, ...units.map((unit) => unit.under ?? 0))
  return units.some((unit) => unit.under !== null)
    ? words.unitsTitle(number(units.length), number(officials))
    : words.unitsOnly(number(units.length))
}

function UnitTree({ units }: { units: UnitNode[] }) {
  const words = useWords(messages)
  const format = useFormat()
  const { name } = useNames()
  const { authority } = useSession()
  const go = useGo()
  const branches = branchesOf(units)
  const node = ({ key, unit, children }: Branch): TreeNode => ({
    key,
    label: name(unit),
    about: [unit.code, unit.under === null ? null : words.officials(format.number(unit.under))].filter(Boolean).join(' · '),
    children: children.map(node),
  })
  return (
    <Tree
      label={words.units}
      nodes={branches.map(node)}
      opened={openedFor(branches, authority?.unitId)}
      onChoose={(key) => go(paths.unit(unitOfKey(key)))}
    />
  )
}
