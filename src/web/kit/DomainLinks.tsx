import './Badge.css'
import { useFormat } from '#web/format.ts'
import { Link } from '#web/kit/Link.tsx'
import { messages } from '#web/kit/messages.ts'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'

/** A person's name that opens the file. */
export function PersonLink({ id, name }: { id: string; name: string }) {
  return (
    <span className="kc-nowrap">
      <Link to={paths.person(id)}>{name}</Link>
    </span>
  )
}

/** A unit's name that opens the unit. */
export function UnitLink({ id, name }: { id: string; name: string }) {
  return <Link to={paths.unit(id)}>{name}</Link>
}

export type DecisionRef = { id: string; number: string; issuedOn: string | null }

/** A paper by number and date: 215-QĐ/HU · 12/09/2018. */
export function DecisionLink({ decision }: { decision: DecisionRef }) {
  const format = useFormat()
  return (
    <Link to={paths.decision(decision.id)}>
      <span className="kc-nowrap">{decision.number}</span>
      {decision.issuedOn && (
        <>
          {' · '}
          <span className="kc-nowrap">{format.day(decision.issuedOn)}</span>
        </>
      )}
    </Link>
  )
}

export type Provenance = { decision?: DecisionRef | null; run?: { id: string; name: string; row: number | null } | null }

/** Where a fact comes from: its paper, else the list it was imported from, else the hand that entered it. */
export function ProvenanceTag({ decision, run }: Provenance) {
  const words = useWords(messages)
  if (decision) return <DecisionLink decision={decision} />
  if (run)
    return (
      <span className="kc-provenance">
        <Link to={paths.importRun(run.id)}>{words.fromList(run.name, run.row)}</Link>
      </span>
    )
  return <span className="kc-provenance">{words.enteredByHand}</span>
}
