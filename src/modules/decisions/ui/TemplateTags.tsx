import type { PaperFamily, PaperKind } from '#modules/decisions/paper-data.ts'
import { tagsOf, type Tag } from '#modules/decisions/template-tags.ts'
import { obligatoryTags } from '#modules/decisions/template.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Card } from '#web/kit/Card.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { tagWords } from './tag-messages.ts'
import { messages } from './template-messages.ts'

type Shown = { name: string; text: string; isObligatory: boolean }

/** What an office may write in its template, lists with what stands in them. */
export function TemplateTags({ kind, family }: { kind: PaperKind; family: PaperFamily }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const obligatory = new Set(obligatoryTags[kind].flat())
  const rows = tagsOf(kind, family).flatMap((tag) => shown(tag, obligatory, 0))
  return (
    <Card title={words.tags} about={words.tagsAbout} flush>
      <Table
        caption={words.tags}
        rows={rows}
        rowKey={({ text }, index) => `${text} ${index}`}
        columns={[
          { key: 'tag', header: words.tag, names: true, cell: ({ text }) => <code>{text}</code> },
          {
            key: 'meaning',
            header: words.meaning,
            cell: ({ name, isObligatory }) => (
              <>
                {tagWords[name]?.[language]} {isObligatory && <Badge>{words.obligatory}</Badge>}
              </>
            ),
          },
        ]}
      />
    </Card>
  )
}

function shown(tag: Tag, obligatory: ReadonlySet<string>, depth: number): Shown[] {
  const { name, isList, within } = tag
  const room = '\u00A0'.repeat(depth * 3)
  const text = isList ? `{#${name}} … {/${name}}` : name === 'ma_qr' ? '{@ma_qr}' : `{${name}}`
  const own = { name, text: room + text, isObligatory: obligatory.has(name) }
  return [own, ...within.flatMap((inner) => shown(inner, obligatory, depth + 1))]
}
