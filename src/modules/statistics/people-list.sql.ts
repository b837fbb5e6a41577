import type { Db } from '#db/connect.ts'
import type { ListPart, ListRow, Place } from './compile.sql.ts'
import type { Figure } from './figure.ts'
import { seesClosely, shownPersons, type ShownPerson } from './persons.sql.ts'
import type { ListAnswer } from './review.contract.ts'
import { listFigure, type Reader } from './review.sql.ts'
import type { Question } from './source/question.sql.ts'

export const closeFields = ['ethnicity', 'partyJoined']

export type ListPage = { rows: ListAnswer[]; next: string | null; hidden: string[] }

/** A page of the list behind a figure, as this reader may see it; all of it without a limit. */
export async function readList(
  db: Db,
  figure: Figure,
  question: Question,
  reader: Reader,
  page: { after?: string | undefined; limit: number | null },
): Promise<ListPage> {
  return readPage(db, (part) => listFigure(db, figure, question, part), reader, page)
}

/** The same of any list of that shape. */
export async function readPage(
  db: Db,
  listOf: (part: ListPart) => Promise<ListRow[]>,
  reader: Reader,
  page: { after?: string | undefined; limit: number | null },
): Promise<ListPage> {
  const after = page.after === undefined ? null : placeOf(page.after)
  const found = await listOf({ after, limit: page.limit === null ? null : page.limit + 1 })
  const rows = page.limit === null ? found : found.slice(0, page.limit)
  const persons = await shownPersons(
    db,
    rows.flatMap(({ person_id, at_day }) => (person_id === null ? [] : { personId: person_id, day: at_day })),
    reader,
  )
  const last = rows.at(-1)
  return {
    rows: rows.map((row) => answerOf(row, row.person_id ? persons({ personId: row.person_id, day: row.at_day }) : undefined)),
    next: last && found.length > rows.length ? textOf(last) : null,
    hidden: (await seesClosely(db, reader)) ? [] : closeFields,
  }
}

function answerOf(row: ListRow, shown: ShownPerson | undefined): ListAnswer {
  const { listed = null, ...detail } = row.detail ?? {}
  const isPlaced = row.person_id === null || shown?.is_placed !== false
  return {
    key: row.fact_id,
    person:
      row.person_id === null
        ? null
        : {
            personId: row.person_id,
            name: row.full_name ?? '',
            canOpen: shown?.can_open ?? false,
            sex: shown?.sex ?? null,
            birth: shown?.birth ?? null,
            ...(shown?.is_close ? { ethnicity: shown.ethnicity, partyJoined: shown.party_joined } : {}),
          },
    class:
      row.class_id === null
        ? null
        : { classId: row.class_id, title: row.class_title ?? '', listed: typeof listed === 'number' ? listed : null },
    kind: row.kind,
    from: row.from_day,
    to: row.to_day,
    unit: isPlaced ? named(row.unit_id, row.unit_vi, row.unit_en) : null,
    host: named(row.host_id, row.host_vi, row.host_en),
    title: isPlaced ? row.title_text : null,
    decision:
      row.decision_id && row.decision_code && row.decision_issued_on
        ? { id: row.decision_id, code: row.decision_code, issuedOn: row.decision_issued_on }
        : null,
    times: row.times,
    meets: row.meets,
    detail,
  }
}

function named(unitId: string | null, vi: string | null, en: string | null): ListAnswer['unit'] {
  return unitId === null ? null : { unitId, vi: vi ?? '', en: en ?? vi ?? '' }
}

/** The place in the list, as a text that the page gives back unread. */
function textOf({ part, given, family, middle, at_day, fact_id }: ListRow): string {
  return Buffer.from(JSON.stringify([part, given, family, middle, at_day, fact_id])).toString('base64url')
}

function placeOf(text: string): Place | null {
  try {
    const [part, given, family, middle, day, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    return { part: Number(part), given: String(given), family: String(family), middle: String(middle), day: String(day), id: String(id) }
  } catch {
    return null // Not a place of ours: the list begins again.
  }
}
