import type { PaperFamily, PaperKind } from './paper-data.ts'
import type { Fields } from './paper-fields-more.ts'
import { fieldsOf } from './paper-fields.ts'
import { samplePaper } from './paper-sample.ts'
import { obligatoryTags, type TemplateProblem } from './template.ts'

/** A tag; a list, or what stands only on a condition, holds the tags that are known within it. */
export type Tag = { name: string; isList: boolean; within: Tag[] }

/** A tag as a template uses it: {ten}, {#ten}…{/ten} with what stands between, or {@ten} for a picture. */
export type UsedTag = { name: string; isRaw: boolean; within: UsedTag[] }

/** The one tag that is no text: the picture to be scanned, made by the program itself. */
const picture = 'ma_qr'
const line: Tag = { name: 'dong', isList: false, within: [] }

/** All tags of the kind, as its sample fills them. */
export function tagsOf(kind: PaperKind, family: PaperFamily): Tag[] {
  return tagsIn(fieldsOf(samplePaper(kind, family), family))
}

function tagsIn(fields: Fields): Tag[] {
  return Object.entries(fields).map(([name, value]) => {
    if (!Array.isArray(value)) return { name, isList: false, within: [] }
    const [first] = value
    // Lists that the sample leaves empty are all lists of lines.
    const within = first ? tagsIn(first) : [line]
    return { name, isList: true, within: name === 'chung_chi' ? [...within, { name: picture, isList: false, within: [] }] : within }
  })
}

/** What is wrong with the tags that a Word template uses; null when nothing is. */
export function problemOfTags(used: readonly UsedTag[], kind: PaperKind, family: PaperFamily): TemplateProblem | null {
  const unknown = firstUnknown(used, tagsOf(kind, family))
  if (unknown) return { code: 'template-unknown-tag', tag: unknown }
  const names = new Set(namesOf(used))
  const missing = obligatoryTags[kind].find((group) => !group.some((name) => names.has(name)))
  return missing ? { code: 'template-missing-tag', tags: missing } : null
}

/** A tag is known in its list and in all that stands round it. */
function firstUnknown(used: readonly UsedTag[], known: readonly Tag[]): string | null {
  for (const { name, isRaw, within } of used) {
    // A tag that takes text as the paper's own code takes only what the program made.
    if (isRaw !== (name === picture)) return isRaw ? `@${name}` : name
    const tag = known.find((one) => one.name === name)
    if (!tag) return name
    const inner = firstUnknown(within, [...tag.within, ...known])
    if (inner) return inner
  }
  return null
}

function namesOf(used: readonly UsedTag[]): string[] {
  return used.flatMap(({ name, within }) => [name, ...namesOf(within)])
}
