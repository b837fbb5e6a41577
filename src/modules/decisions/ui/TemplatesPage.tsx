import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { paperFamilies, paperKinds, type PaperFamily, type PaperKind } from '#modules/decisions/paper-data.ts'
import { listTemplates, type Template } from '#modules/decisions/template.contract.ts'
import { templateFormats, type TemplateFormat } from '#modules/decisions/template.ts'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Card } from '#web/kit/Card.tsx'
import { InstantText } from '#web/kit/DayText.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Table } from '#web/kit/Table.tsx'
import { paths } from '#web/paths.ts'
import { useSearch } from '#web/search.ts'
import { useWords } from '#web/words.ts'
import { messages } from './template-messages.ts'
import { TemplateBeside } from './TemplateBeside.tsx'

const searchShape = z.object({ kind: z.enum(paperKinds).optional(), family: z.enum(paperFamilies).optional() })

export function TemplatesPage() {
  const words = useWords(messages)
  const format = useFormat()
  const { search, set } = useSearch(searchShape)
  const query = useQuery(read(listTemplates, {}))
  const { kind, family } = search
  const titleOf = (templates: Template[]) => {
    const own = templates.filter((template) => template.own !== null).length
    const all = format.number(templates.length)
    return own === 0 ? words.titlePrograms(all) : words.title(all, format.number(own))
  }
  return (
    <Page
      title={query.data ? titleOf(query.data.templates) : words.templates}
      beside={
        kind &&
        family &&
        query.data && (
          <TemplateBeside
            key={`${kind}-${family}`}
            kind={kind}
            family={family}
            templates={query.data.templates.filter((one) => one.kind === kind && one.family === family)}
            maySet={query.data.maySet}
            onClose={() => set({ kind: undefined, family: undefined })}
          />
        )
      }
    >
      <Card flush>
        <Loaded query={query}>{({ templates }) => <List templates={templates} chosen={kind && family && `${kind}-${family}`} />}</Loaded>
      </Card>
    </Page>
  )
}

const rows = paperKinds.flatMap((kind) => paperFamilies.map((family) => ({ kind, family })))

function List({ templates, chosen }: { templates: Template[]; chosen: string | undefined }) {
  const words = useWords(messages)
  const of = (kind: PaperKind, family: PaperFamily, format: TemplateFormat) =>
    templates.find((one) => one.kind === kind && one.family === family && one.format === format)
  return (
    <Table
      caption={words.templates}
      rows={rows}
      rowKey={({ kind, family }) => `${kind}-${family}`}
      chosen={chosen}
      stacks
      columns={[
        {
          key: 'kind',
          header: words.kind,
          names: true,
          cell: ({ kind, family }) => <Link to={`${paths.templates()}?kind=${kind}&family=${family}`}>{words.kinds[kind]}</Link>,
        },
        { key: 'family', header: words.family, cell: ({ family }) => words.families[family] },
        ...templateFormats.map((format) => ({
          key: format,
          header: words.ofFormat(words.formats[format]),
          cell: ({ kind, family }: { kind: PaperKind; family: PaperFamily }) => <Standing template={of(kind, family, format)} />,
        })),
      ]}
    />
  )
}

/** Whose template stands there, and since when. */
function Standing({ template }: { template: Template | undefined }) {
  const words = useWords(messages)
  if (!template?.own) return <span className="kc-muted">{words.byProgram}</span>
  return (
    <>
      {template.own.name} <span className="kc-muted">{words.changed(template.own.by)}</span> <InstantText value={template.own.since} />
    </>
  )
}
