import { isTrainingKind, trainingKindOf, trainingKinds } from '#law/training-kinds.ts'
import { addDays } from '#lib/days.ts'
import { highDay, lowDay, precisionOf } from '#lib/partial-date.ts'
import { isSameText } from '#lib/vietnamese-names.ts'
import { codeKey } from '#modules/decisions/decision.ts'
import type { NewDecision } from '#modules/decisions/decision.sql.ts'
import type { NewSending } from '#modules/training/sending.sql.ts'
import type { Candidate } from './candidate.ts'
import type { KnownPerson, KnownSending } from './known.ts'
import { servantMeant } from './matching.ts'
import { outcomeOf } from './outcome.ts'
import {
  birthToCome,
  choiceOf,
  emptyPlan,
  optionsOf,
  personKey,
  refusal,
  refusedPlan,
  soughtBy,
  unitOfRow,
  type PlanGiven,
  type RowPlanner,
} from './plan-given.ts'
import type { FieldChange, Planned, Writes } from './planned.ts'
import { newPost, postOf } from './post-row.ts'
import { dateText, profileOf } from './profile-row.ts'

type Seen = { people: Map<string, string>; papers: Map<string, Paper>; sendings: Map<string, number> }
type Said = Omit<NewSending, 'personId'>

/** Plans the rows of a list of those sent to study, asked for each in the file's order. */
export function sendingsPlanner(): RowPlanner {
  const seen: Seen = { people: new Map(), papers: new Map(), sendings: new Map() }
  return (candidate, given) => planSending(candidate, given, seen)
}

/** The day of the paper, where the list says it to the day; else the day of the list. */
export function sentOn(candidate: Candidate, given: Pick<PlanGiven, 'dayOf'>): string {
  const on = candidate.fields.decisionOn?.value
  return on && precisionOf(on) === 'day' ? lowDay(on) : given.dayOf(candidate)
}

function planSending(candidate: Candidate, given: PlanGiven, seen: Seen): Planned {
  const unborn = birthToCome(candidate, given.today)
  if (unborn.length > 0) return refusedPlan(candidate, unborn)
  const { fields } = candidate
  const day = sentOn(candidate, given)
  if (day > given.today)
    return refusedPlan(candidate, [refusal(candidate, 'decisionOn', { code: 'date-after-today', text: fields.decisionOn?.text ?? day })])
  const kindText = fields.trainingKind?.value ?? fields.className?.value ?? ''
  const kind = isTrainingKind(kindText) ? kindText : trainingKindOf(kindText)
  if (!kind) return refusedPlan(candidate, [refusal(candidate, 'trainingKind', { code: 'training-kind-unknown', text: kindText })])
  const found = unitOfRow(candidate, day, given)
  if ('why' in found) return refusedPlan(candidate, [refusal(candidate, 'unit', found.why)])

  const sought = soughtBy(candidate, found.unit.unitId)
  const fresh = seen.people.get(personKey(sought))
  const choice = choiceOf(given, candidate)
  const meant = fresh ? null : servantMeant(sought, given.people, true, choice)
  if (meant?.as === 'elsewhere') return refusedPlan(candidate, [refusal(candidate, 'personalId', { code: 'id-elsewhere' })])
  const paper = decisionOf(candidate, day, kind, given, seen)
  if ('refused' in paper)
    return refusedPlan(candidate, [refusal(candidate, 'decisionNumber', { code: 'decision-withdrawn', text: paper.refused })])
  const origin = { runId: given.runId, runRow: candidate.row, decisionId: paper.id }
  const said: Said = { ...saidOf(candidate, kind, day), unitId: found.unit.unitId, ...origin }
  const options = meant ? optionsOf(meant, (person) => ofKnown(candidate, person, said, {}, [])) : []
  if (meant?.as === 'ask') return { ...emptyPlan(candidate), state: 'duplicate', askWhy: meant.why, options }

  const known = meant?.as === 'person' ? meant.person : null
  const personId = known?.personId ?? fresh ?? given.entrantId(candidate)
  const twin = `${personId}|${kind}|${day}`
  const twinRow = seen.sendings.get(twin)
  if (twinRow !== undefined)
    return { ...emptyPlan(candidate), state: 'duplicate', askWhy: 'twice-in-file', twinRow, personId: known?.personId ?? null }
  seen.sendings.set(twin, candidate.row)

  // The first row that is written enters the paper for all of them.
  const writes: Writes = paper.add ? { decision: paper.add } : {}
  if (known) return ofKnown(candidate, known, said, writes, options)

  if (!fresh) {
    seen.people.set(personKey(sought), personId)
    // The paper sends the person to study; that there is such a person only the list says.
    const fromList = { runId: given.runId, runRow: candidate.row }
    writes.person = { ...profileOf(fields), personId, ...fromList }
    if (sought.cccd) writes.identities = [{ personId, kind: 'cccd', number: sought.cccd, from: day, ...fromList }]
    writes.assignments = [{ ...newPost(personId, postOf(fields, found.unit, given.titleCodes, day), day), ...fromList }]
  }
  return { ...emptyPlan(candidate), options, writes: { ...writes, sendings: [{ ...said, personId }] } }
}

function ofKnown(candidate: Candidate, person: KnownPerson, said: Said, writes: Writes, options: Planned['options']): Planned {
  const same = person.sendings.find(
    (one) => one.kind === said.kind && (one.sentOn === said.sentOn || (said.decisionId !== null && one.decisionId === said.decisionId)),
  )
  const base = { ...emptyPlan(candidate), personId: person.personId, options }
  if (!same) return { ...base, writes: { ...writes, sendings: [{ ...said, personId: person.personId }] } }
  const changes = sendingChanges(said, same)
  if (changes.length === 0) return { ...base, state: 'same' }
  const merged = mergedSending(said, same)
  return {
    ...base,
    state: 'changed',
    changes,
    writes: { ...writes, close: [{ table: 'training.sending', id: same.id }], sendings: [{ ...merged, personId: person.personId }] },
  }
}

function saidOf({ fields }: Candidate, kind: string, day: string): Omit<Said, 'unitId'> {
  const studyFrom = fields.from ? lowDay(fields.from.value) : null
  const studyTo = fields.to ? addDays(highDay(fields.to.value), 1) : null
  const isPeriod = studyFrom !== null && (studyTo === null || studyTo > studyFrom)
  return {
    kind,
    sentOn: day,
    titleText: fields.post?.value.text ?? null,
    institution: fields.school?.value ?? null,
    mode: fields.mode?.value ?? null,
    studyFrom: isPeriod ? studyFrom : null,
    studyTo: isPeriod ? studyTo : null,
    studyText: fields.from?.text ?? fields.to?.text ?? null,
    outcome: fields.outcome ? outcomeOf(fields.outcome.value) : null,
    purpose: fields.className?.value ?? null,
  }
}

function sendingChanges(said: Said, known: KnownSending): FieldChange[] {
  const changes: FieldChange[] = []
  for (const field of ['institution', 'mode', 'outcome'] as const) {
    const after = said[field]
    if (after && !isSameText(after, known[field] ?? '')) changes.push({ field, before: known[field], after })
  }
  for (const field of ['studyFrom', 'studyTo'] as const) {
    const after = said[field]
    if (after && after !== known[field]) changes.push({ field, before: dateText(known[field]), after: dateText(after) ?? after })
  }
  return changes
}

/** The list has the last word on what it names; what it leaves out stays as known. */
function mergedSending(said: Said, { id: _, ...known }: KnownSending): Said {
  const named = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== undefined))
  return { ...known, ...named } as Said
}

type Paper = { id: string | null; add?: NewDecision & { id: string } } | { refused: string }

/** The paper of the row: as registered, or to be entered with the rows that cite it. */
function decisionOf(candidate: Candidate, day: string, kind: keyof typeof trainingKinds, given: PlanGiven, seen: Seen): Paper {
  const code = candidate.fields.decisionNumber?.value
  if (!code) return { id: null }
  const key = `${codeKey(code)}|${day}`
  const paper = seen.papers.get(key) ?? registeredOrNew(code, candidate, day, kind, given)
  seen.papers.set(key, paper)
  return paper
}

function registeredOrNew(code: string, candidate: Candidate, day: string, kind: keyof typeof trainingKinds, given: PlanGiven): Paper {
  const registered = given.decisions.find((one) => one.codeKey === codeKey(code) && one.issuedOn === day)
  if (registered?.isWithdrawn && !registered.isTakenBack) return { refused: code }
  const id = registered?.id ?? given.newId()
  if (registered && !registered.isWithdrawn) return { id }
  const subject = given.titleOf(candidate)?.lines.find(({ text }) => /cử/iu.test(text))?.text ?? `Cử đi học: ${trainingKinds[kind].name.vi}`
  const issuer = candidate.fields.decisionIssuer?.value ?? ''
  return { id, add: { id, code, kind: 'sending', issuedOn: day, issuer, subject, runId: given.runId, runRow: candidate.row } }
}
