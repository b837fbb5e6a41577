import type { Effect } from '#modules/organisation/reorganisation.contract.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Card, Columns } from '#web/kit/Card.tsx'
import { PersonLink } from '#web/kit/DomainLinks.tsx'
import { ErrorSummary } from '#web/kit/ErrorSummary.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { useRefusalText } from '#web/kit/refusal-text.ts'
import { Stat } from '#web/kit/Stat.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { useNames } from './names.ts'

/** What the dry run found: why it cannot be, or all that it touches. */
export function EffectView({ effect }: { effect: Effect }) {
  const words = useWords(messages)
  const refusalText = useRefusalText()
  if (effect.refusals.length > 0) return <ErrorSummary lines={effect.refusals.map((refusal) => ({ text: refusalText(refusal) }))} />
  const { carried, postEnded, noSuccessor } = effect.people
  return (
    <>
      <Card title={words.effectTitle} about={words.effectAbout}>
        <Columns least={130}>
          <Stat value={effect.ends.length} unit={words.unitsUnit} label={words.ends} />
          <Stat value={effect.begins.length} unit={words.unitsUnit} label={words.begins} />
          <Stat value={carried.people} unit={words.persons} label={words.carried} />
          <Stat value={postEnded.people} unit={words.persons} label={words.postEnded} />
          <Stat value={noSuccessor.people} unit={words.persons} label={words.noSuccessor} />
        </Columns>
      </Card>
      {noSuccessor.people + postEnded.people > 0 && <Notice>{words.decisionNeeded}</Notice>}
      <SuccessionTable effect={effect} />
      <Columns least={320}>
        <UnitLists effect={effect} />
      </Columns>
      {effect.touched.length > 0 && <TouchedTable effect={effect} />}
    </>
  )
}

/** Which unit becomes what. */
export function SuccessionTable({ effect }: { effect: Pick<Effect, 'successions'> }) {
  const words = useWords(messages)
  const { pair } = useNames()
  return (
    <Card flush title={words.becomes}>
      <Table
        caption={words.becomes}
        rows={effect.successions}
        rowKey={(one, at) => `${one.fromId} ${one.toId} ${at}`}
        columns={[
          { key: 'from', header: words.unit, names: true, cell: (one) => pair(one.fromVi, one.fromEn) },
          { key: 'kind', header: words.act, cell: (one) => words.actDone[one.kind] },
          { key: 'to', header: words.becameOf, cell: (one) => pair(one.toVi, one.toEn) ?? '–' },
          { key: 'whole', header: words.extent, cell: (one) => (one.toId === null ? '' : one.whole ? words.whole : words.part) },
          { key: 'note', header: words.note, quiet: true, cell: (one) => one.note ?? '' },
        ]}
      />
    </Card>
  )
}

function UnitLists({ effect }: { effect: Effect }) {
  const words = useWords(messages)
  const { pair, name, kind } = useNames()
  const changedCodes = effect.codes.filter((code) => code.fromVi !== null || code.toVi !== null)
  return (
    <>
      {effect.begins.length > 0 && (
        <Card flush title={words.begins}>
          <Table
            caption={words.begins}
            rows={effect.begins}
            rowKey={({ unitId }) => unitId}
            columns={[
              { key: 'name', header: words.unit, names: true, cell: name },
              { key: 'kind', header: words.kind, cell: (unit) => kind(unit.kind) },
            ]}
          />
        </Card>
      )}
      {changedCodes.length > 0 && (
        <Card flush title={words.codesChange}>
          <Table
            caption={words.codesChange}
            rows={changedCodes}
            rowKey={({ code }) => code}
            columns={[
              { key: 'code', header: words.code, names: true, cell: ({ code }) => code },
              { key: 'from', header: words.wasOf, cell: (one) => pair(one.fromVi, one.fromEn) ?? '–' },
              { key: 'to', header: words.willBeOf, cell: (one) => pair(one.toVi, one.toEn) ?? '–' },
            ]}
          />
        </Card>
      )}
      {effect.moves.length > 0 && (
        <Card flush title={words.moves}>
          <Table
            caption={words.moves}
            rows={effect.moves}
            rowKey={({ unitId, system }) => `${unitId} ${system}`}
            columns={[
              { key: 'name', header: words.unit, names: true, cell: name },
              { key: 'from', header: words.wasUnder, cell: (move) => pair(move.fromVi, move.fromEn) ?? '–' },
              { key: 'to', header: words.willBeUnder, cell: (move) => pair(move.toVi, move.toEn) ?? '–' },
            ]}
          />
        </Card>
      )}
    </>
  )
}

const tones = { carried: 'success', 'post-ended': 'attention', 'no-successor': 'attention' } as const

function TouchedTable({ effect }: { effect: Effect }) {
  const words = useWords(messages)
  const format = useFormat()
  const { pair } = useNames()
  const all = Object.values(effect.people).reduce((sum, { posts, memberships }) => sum + posts + memberships, 0)
  return (
    <Card
      flush
      title={words.touchedTitle(format.number(all))}
      about={effect.touched.length < all ? words.touchedFirst(format.number(effect.touched.length)) : undefined}
    >
      <Table
        caption={words.touchedTitle(format.number(all))}
        rows={effect.touched}
        rowKey={(_, at) => String(at)}
        columns={[
          { key: 'name', header: words.person, names: true, cell: (one) => <PersonLink id={one.personId} name={one.name} /> },
          { key: 'title', header: words.post, cell: (one) => one.title },
          { key: 'from', header: words.unit, cell: (one) => pair(one.fromVi, one.fromEn) },
          { key: 'outcome', header: words.outcome, cell: (one) => <Badge tone={tones[one.outcome]}>{words.outcomes[one.outcome]}</Badge> },
          { key: 'to', header: words.goesTo, cell: (one) => (one.outcome === 'carried' ? pair(one.toVi, one.toEn) : '') },
        ]}
      />
    </Card>
  )
}
