import { sql } from 'kysely'
import type { Db } from '#db/connect.ts'
import { qualificationText } from '#law/qualifications.ts'
import { title } from '#law/titles.ts'
import { foundOf, stateOf, wordsOf, type Counting, type GapState, type Holding } from './gap.ts'
import type { JudgedPost, JudgedStandard } from './gap.contract.ts'
import { isPostHeld, isValidOn, periodsOf, type Asking } from './holding.sql.ts'
import type { Rule, Rules } from './rules.sql.ts'
import { known, type Moment } from './standard.sql.ts'

type Held = Counting & {
  personId: string
  id: string
  fieldText: string | null
  certificate: string | null
  from: string | null
  expiresOn: string | null
  decisionId: string | null
  decisionCode: string | null
}
type Attended = { personId: string; classId: string; title: string; periods: number; isDone: boolean }
type Post = { personId: string; unitId: string; vi: string; en: string; titleCode: string; kind: string }

/** The posts that these persons hold in the units asked for, each standard judged, with the fact that meets it or comes nearest. */
export async function judgedPosts(db: Db, asking: Asking, rules: Rules, personIds: readonly string[]): Promise<Map<string, JudgedPost[]>> {
  const posts = await postsOf(db, { ...asking, personIds })
  const held = Map.groupBy(await qualificationsOf(db, asking, personIds), ({ personId }) => personId)
  const attended = Map.groupBy(await classesOf(db, asking, personIds), ({ personId }) => personId)
  return new Map(
    [...Map.groupBy(posts, ({ personId }) => personId)].map(([personId, own]) => [
      personId,
      own.map((post) => judgedPost(post, rules, held.get(personId) ?? [], attended.get(personId) ?? [])),
    ]),
  )
}

function judgedPost(post: Post, rules: Rules, held: readonly Held[], classes: readonly Attended[]): JudgedPost {
  const holding = holdingOfFacts(rules, held, classes)
  const { unitId, vi, en, titleCode, kind } = post
  return {
    unit: { unitId, vi, en },
    titleCode,
    title: title(titleCode)?.name ?? { vi: titleCode, en: titleCode },
    kind,
    standards: (rules.of.get(titleCode) ?? []).map((rule) => {
      const { standard, test } = rule
      const isHours = standard.requirement === 'hours'
      return {
        standardId: standard.id,
        requirement: standard.requirement,
        level: standard.level,
        language: standard.language,
        periods: standard.periods,
        document: standard.document,
        article: standard.article,
        verified: standard.verified,
        state: stateOf(test, holding, standard.periods),
        found: foundOf(rules.layout, standard, holding),
        fields: standard.requirement === 'field' ? [...rules.fieldsOf(titleCode)] : [],
        fact: isHours ? null : factFor(rules, rule, held),
        classes: isHours ? classes.map(({ personId: _, ...each }) => each) : [],
      }
    }),
  }
}

function holdingOfFacts({ layout }: Rules, held: readonly Held[], classes: readonly Attended[]): Holding {
  const words: number[] = []
  const set = (word: number, bits: number) => (words[word] = Number(BigInt(words[word] ?? 0) | BigInt(bits)))
  for (const one of held) wordsOf(layout, one).forEach((bits, word) => set(word, bits))
  const periods = (isDone: boolean) => classes.filter((each) => each.isDone === isDone).reduce((sum, each) => sum + each.periods, 0)
  return { words, attended: periods(true), attending: periods(false) }
}

const nearness: Record<GapState, number> = { met: 0, studying: 1, missing: 2 }

/** What meets the standard, else what is being studied for it, else the highest held of its kind. */
function factFor({ layout }: Rules, { standard, test }: Rule, held: readonly Held[]): JudgedStandard['fact'] {
  const fitting = held
    .filter(({ kind, state }) => isOfKind(kind, standard.requirement) && state !== 'abandoned')
    .map((one) => ({ one, nearness: nearness[stateOf(test, { words: wordsOf(layout, one), attended: 0, attending: 0 }, null)] }))
    .toSorted(
      (a, b) =>
        a.nearness - b.nearness || Number(a.one.state === 'studying') - Number(b.one.state === 'studying') || b.one.rank - a.one.rank,
    )
  const best = fitting[0]?.one
  if (!best) return null
  const { id, from, expiresOn, certificate, decisionId, decisionCode } = best
  return {
    id,
    text: qualificationText(best),
    state: best.state === 'studying' ? 'studying' : 'finished',
    from,
    expiresOn,
    certificate,
    decision: decisionId && decisionCode ? { id: decisionId, code: decisionCode } : null,
  }
}

function isOfKind(kind: string, requirement: string): boolean {
  if (requirement === 'field') return kind === 'degree'
  return kind === requirement || (requirement === 'language' && kind === 'ethnic_language')
}

async function postsOf(db: Db, asking: Asking): Promise<Post[]> {
  const { rows } = await sql<Post>`
    select a.person_id as "personId", a.unit_id as "unitId", v.name_vi as vi, v.name_en as en, a.title_code as "titleCode", min(a.kind) as kind
    from people.assignment a
    left join lateral (
      select v.name_vi, v.name_en from organisation.unit_version v
      where v.unit_id = a.unit_id and ${known(asking, 'v')} order by v.held @> ${asking.on}::date desc, lower(v.held) desc limit 1
    ) v on true
    where ${isPostHeld(asking)} and a.title_code is not null
    group by 1, 2, 3, 4, 5 order by bool_or(a.kind = 'main') desc, min(lower(a.held)), a.unit_id, a.title_code`.execute(db)
  return rows
}

async function qualificationsOf(db: Db, moment: Moment, personIds: readonly string[]): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select q.person_id as "personId", q.id, q.kind, q.level, q.rank, q.language, q.field_code as "fieldCode", q.field_text as "fieldText", q.state, q.certificate,
      case when q.from_known then lower(q.held) end as "from", q.expires_on as "expiresOn", q.decision_id as "decisionId", d.code as "decisionCode"
    from qualifications.qualification q left join decisions.decision d on d.id = q.decision_id
    where q.person_id = any(${personIds}::uuid[]) and q.state <> 'abandoned' and ${isValidOn(moment)}
    order by q.person_id, lower(q.held) desc, q.id`.execute(db)
  return rows
}

async function classesOf(db: Db, moment: Moment, personIds: readonly string[]): Promise<Attended[]> {
  const { rows } = await sql<Attended>`
    select e.person_id as "personId", e.class_id as "classId", v.title, v.periods, ${periodsOf(moment).isDone} as "isDone"
    ${periodsOf(moment).from} and e.person_id = any(${personIds}::uuid[]) order by lower(v.held), e.class_id`.execute(db)
  return rows
}
