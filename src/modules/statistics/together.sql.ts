import { sql, type RawBuilder } from 'kysely'
import { compileNumber, type Counted } from './compile.sql.ts'
import type { ClassFigure, Figure, SecondmentFigure, SendingFigure } from './figure.ts'
import { isOpened } from './source/classes.sql.ts'
import { known, type Question } from './source/question.sql.ts'
import { isOfHosts, isWithin } from './source/secondments.sql.ts'
import { isOfKinds, isSent } from './source/sendings.sql.ts'

/** One statement and the figures it answers: of each, the parts it is made of, under the names that `partsIn` reads. */
export type Together = { figures: readonly Figure[]; statement: RawBuilder<Counted> }

/** The figures of a report by as few passes over the facts as there are kinds of fact; each number is what `compileNumber` gives. */
export function compileTogether(figures: readonly Figure[], question: Question): Together[] {
  const sendings = figures.filter((figure): figure is SendingFigure => figure.of === 'sendings' && figure.where.units !== 'left')
  const classes = figures.filter((figure): figure is ClassFigure => figure.of === 'classes')
  const secondments = figures.filter((figure): figure is SecondmentFigure => figure.of === 'secondments')
  const together: Together[] = [
    { figures: sendings, statement: sendingsTogether(sendings, question) },
    { figures: classes, statement: classesTogether(classes, question) },
    { figures: secondments, statement: secondmentsTogether(secondments, question) },
  ].filter((one) => one.figures.length > 1)
  const answered = new Set(together.flatMap((one) => one.figures))
  const alone = figures.filter((figure) => !answered.has(figure))
  return [...together, ...alone.map((figure) => ({ figures: [figure], statement: compileNumber(figure, question) }))]
}

/** Of an answered row, the parts of one figure. */
export function partsIn({ figures }: Together, row: Counted, figure: Figure): Counted {
  if (figures.length === 1) return row
  const before = `${figures.indexOf(figure)} `
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (name.startsWith(before) ? [[name.slice(before.length), value]] : [])),
  )
}

function sendingsTogether(figures: SendingFigure[], question: Question): RawBuilder<Counted> {
  return sql<Counted>`
  select ${columns(figures, (figure) => ({ value: countOf(figure, isOfKinds(figure)) }))}
  from training.sending s
  where ${isSent(question)} and s.unit_id = any(${question.units}::uuid[])`
}

function classesTogether(figures: ClassFigure[], question: Question): RawBuilder<Counted> {
  const kinds = [...new Set(figures.flatMap(({ where }) => where.kinds))]
  return sql<Counted>`
  with opened as materialized (
    select c.class_id, c.kind, c.head_count from training.class_version c where ${isOpened(kinds, question)}
  ), listed as (
    select e.class_id, count(*)::int as times from training.enrolment e
    where ${known(question, 'e')} and e.class_id in (select class_id from opened) group by e.class_id
  )
  select ${columns(figures, classParts)}
  from opened left join listed using (class_id)`
}

function classParts({ count, where }: ClassFigure): Record<string, RawBuilder<number>> {
  const ofKind = sql<boolean>`kind = any(${where.kinds}::text[])`
  if (count === 'classes') return { value: sql<number>`(count(*) filter (where ${ofKind}))::int` }
  return {
    listed: sql<number>`coalesce(sum(times) filter (where ${ofKind}), 0)::int`,
    byHeadCount: sql<number>`coalesce(sum(head_count) filter (where ${ofKind} and times is null), 0)::int`,
  }
}

function secondmentsTogether(figures: SecondmentFigure[], question: Question): RawBuilder<Counted> {
  return sql<Counted>`
  select ${columns(figures, (figure) => ({ value: countOf(figure, isOfHosts(figure, question)) }))}
  from movements.secondment m
  where ${isWithin(question)}`
}

function countOf({ count }: SendingFigure | SecondmentFigure, condition: RawBuilder<boolean>): RawBuilder<number> {
  const counted = count === 'people' ? sql`distinct person_id` : sql`*`
  return sql<number>`(count(${counted}) filter (where ${condition}))::int`
}

function columns<F extends Figure>(figures: F[], partsOf: (figure: F) => Record<string, RawBuilder<number>>): RawBuilder<unknown> {
  return sql.join(
    figures.flatMap((figure, place) =>
      Object.entries(partsOf(figure)).map(([part, value]) => sql`${value} as ${sql.id(`${place} ${part}`)}`),
    ),
    sql`,
    `,
  )
}
