import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { paperFamilies, paperKinds } from './paper-data.ts'
import { tagsOf, type Tag } from './template-tags.ts'
import { obligatoryTags } from './template.ts'
import { tagWords } from './ui/tag-messages.ts'

const namesIn = (tags: readonly Tag[]): string[] => tags.flatMap(({ name, within }) => [name, ...namesIn(within)])
const namesOf = (kind: (typeof paperKinds)[number]) => new Set(paperFamilies.flatMap((family) => namesIn(tagsOf(kind, family))))

test('every tag is explained, and no other', () => {
  const all = new Set(paperKinds.flatMap((kind) => [...namesOf(kind)]))

  const guide = readFileSync(new URL('../../../docs/papers.md', import.meta.url), 'utf8')
  expect([...all].toSorted()).toEqual(Object.keys(tagWords).toSorted())
  expect([...all].filter((tag) => !new RegExp(`[{#@]${tag}}`).test(guide))).toEqual([])
})

test('what a paper may not lack can be written in it', () => {
  for (const kind of paperKinds)
    expect(
      obligatoryTags[kind].flat().filter((tag) => !namesOf(kind).has(tag)),
      kind,
    ).toEqual([])
})
