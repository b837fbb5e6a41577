import { title as lawTitle } from '#law/titles.ts'
import { isInForce } from '#law/citation.ts'
import { warning, type Objection } from '#lib/override.ts'

export type Post = { kind: string; titleCode: string | null; titleText: string; from: string; to: string | null }
/** A post the person has, as a rule must know it. */
export type HeldPost = { id: string; kind: string; title: string; unit: { vi: string; en: string }; from: string; to: string | null }

/** Why the post may not be recorded beside those held. `endFormer`: the main post held on that day ends with it. */
export function postObjections(post: Post, held: readonly HeldPost[], { endFormer }: { endFormer: boolean }): Objection[] {
  if (post.to !== null && post.to <= post.from) return [{ code: 'end-before-start', from: post.from, to: post.to }]
  const others = post.kind === 'main' ? held.filter((one) => one.kind === 'main' && overlaps(one, post)) : []
  const inTheWay = endFormer ? others.filter((one) => !isFormerOf(one, post)) : others
  return [
    ...titleObjections(post),
    ...inTheWay.map((one) => ({
      code: 'main-post-held',
      title: one.title,
      unit: one.unit,
      from: one.from,
      to: one.to,
      mayEndFormer: isFormerOf(one, post),
    })),
  ]
}

/** The main posts that end when this one begins. */
export function endedBy(post: Post, held: readonly HeldPost[]): HeldPost[] {
  return post.kind === 'main' ? held.filter((one) => one.kind === 'main' && overlaps(one, post) && isFormerOf(one, post)) : []
}

/** A title of the law's list that does not exist on the day the post begins. */
function titleObjections({ titleCode, from }: Post): Objection[] {
  if (titleCode === null) return []
  const known = lawTitle(titleCode)
  if (!known) return [{ code: 'title-unknown', title: titleCode }]
  return isInForce(known, from) ? [] : [warning('title-not-in-force', { title: known.name, from: known.from, to: known.to })]
}

function isFormerOf(one: HeldPost, post: Post): boolean {
  return one.from < post.from && (one.to === null || post.to === null || one.to <= post.to)
}

function overlaps(one: { from: string; to: string | null }, other: { from: string; to: string | null }): boolean {
  return (other.to === null || one.from < other.to) && (one.to === null || other.from < one.to)
}
