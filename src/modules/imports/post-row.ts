import { officialKindOf } from '#law/official-kinds.ts'
import { title, titleOf } from '#law/titles.ts'
import { lowDay, precisionOf, type PartialDate } from '#lib/partial-date.ts'
import { remembering } from '#lib/remember.ts'
import { isSameText } from '#lib/vietnamese-names.ts'
import type { NewAssignment } from '#modules/people/assignment.sql.ts'
import type { Fields, PostReading } from './candidate.ts'
import type { KnownPerson, KnownPost } from './known.ts'
import type { FieldChange, Writes } from './planned.ts'
import type { ListedUnit } from './unit-match.ts'

export type SaidPost = {
  unit: ListedUnit
  titleText: string
  titleCode: string | null
  officialKind: string | null
  from: PartialDate | null
}

/** The post a row tells of; `codes` are the titles that the register knows. */
export function postOf(fields: Fields, unit: ListedUnit, codes: ReadonlySet<string>, day: string): SaidPost {
  const code = fields.post ? codeOf(fields.post.value, unit, day) : null
  const officialKind =
    (fields.officialKind && officialKindOf(fields.officialKind.value)) ?? (code ? title(code)?.officialKind : null) ?? null
  return {
    unit,
    titleText: fields.post?.value.text ?? '',
    titleCode: code && codes.has(code) ? code : null,
    officialKind,
    from: fields.postFrom?.value ?? null,
  }
}

/** The title of that name in a unit of this level on this day: the accountant of a commune is not that of a district. */
function codeOf(post: PostReading, unit: ListedUnit, day: string): string | null {
  const inCommune = ['commune', 'township', 'ward'].includes(unit.kind) ? codeOn(`${day} commune ${post.text}`) : null
  return inCommune ?? codeOn(`${day} any ${post.text}`) ?? post.code
}

/** The code of the title that is called so on a day, at a level. */
const codeOn = remembering((asked) => {
  const [day = '', level, ...words] = asked.split(' ')
  return titleOf(words.join(' '), { day, ...(level === 'commune' ? { level } : {}) })?.code ?? null
})

/** A list is true on its own day: without a date of its own the post is known to be held then, not since when. */
export function newPost(personId: string, post: SaidPost, day: string, to: string | null = null): NewAssignment {
  const from = post.from ? lowDay(post.from) : day
  const isSaid = post.from !== null && from <= day
  return {
    personId,
    kind: 'main',
    unitId: post.unit.unitId,
    titleText: post.titleText,
    titleCode: post.titleCode,
    officialKind: post.officialKind,
    from: isSaid ? from : day,
    // Of the time after the unit's end the list knows nothing.
    to: earlier(to, post.unit.until),
    fromKnown: isSaid && post.from !== null && precisionOf(post.from) === 'day',
  }
}

function earlier(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other < one) ? other : one
}

export type PostDifference = { changes: FieldChange[]; writes: Pick<Writes, 'close' | 'assignments'> }

/** What the row's post changes: the one held on the list's day ends there, and the row's begins and lasts as long as that one did. */
export function postDifference(said: SaidPost, known: KnownPerson, day: string, unitName: (unitId: string) => string): PostDifference {
  const mains = known.posts.filter((post) => post.kind === 'main')
  const held = mains.find((post) => post.from <= day && (post.to === null || day < post.to))
  if (held && isSamePost(said, held)) return { changes: [], writes: {} }
  // A list without posts says nothing about them.
  if (held && said.titleText === '' && held.unitId === said.unit.unitId) return { changes: [], writes: {} }
  const later = mains.find((post) => post.from > day)
  const to = held ? held.to : (later?.from ?? null)
  const before = held ? postText(held.titleText, unitName(held.unitId)) : null
  return {
    changes: [{ field: 'post', before, after: postText(said.titleText, said.unit.vi) }],
    writes: {
      close: held ? [{ table: 'people.assignment', id: held.id }] : [],
      // With something held until the day, the new post cannot reach back before it.
      assignments: [
        ...(held && held.from < day ? [endedPost(known.personId, held, day)] : []),
        newPost(known.personId, mains.length > 0 ? { ...said, from: null } : said, day, to),
      ],
    },
  }
}

function endedPost(personId: string, post: KnownPost, to: string): NewAssignment {
  const { unitId, titleCode, titleText, officialKind, from, fromKnown, decisionId } = post
  return { personId, kind: 'main', unitId, titleCode, titleText, officialKind, from, to, fromKnown, decisionId }
}

function isSamePost(said: SaidPost, held: KnownPost): boolean {
  if (said.unit.unitId !== held.unitId) return false
  if (said.titleCode && held.titleCode) return said.titleCode === held.titleCode
  return isSameText(said.titleText, held.titleText)
}

export function postText(titleText: string, unit: string): string {
  return [titleText, unit].filter(Boolean).join(' · ')
}
