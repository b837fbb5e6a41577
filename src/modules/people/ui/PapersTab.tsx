import type { FactOrigin, PersonFile } from '#modules/people/file.contract.ts'
import { factKinds } from '#modules/people/file-tables.ts'
import { factLabels } from '#modules/people/fact-words.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Card } from '#web/kit/Card.tsx'
import { DayText } from '#web/kit/DayText.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './file-messages.ts'

type Paper = NonNullable<FactOrigin['paper']> & { labels: { vi: string; en: string }[] }

/** Every paper that made a fact of the file, also one withdrawn since, latest first. */
export function papersOf(file: PersonFile): Paper[] {
  const papers = new Map<string, Paper>()
  for (const facts of [file.facts, file.closed]) {
    for (const kind of factKinds) {
      for (const { origin } of facts[kind] ?? []) {
        if (!origin.paper) continue
        const paper = papers.get(origin.paper.id) ?? { ...origin.paper, labels: [] }
        if (!paper.labels.includes(factLabels[kind])) paper.labels.push(factLabels[kind])
        papers.set(paper.id, paper)
      }
    }
  }
  return [...papers.values()].toSorted((one, other) => (one.issuedOn < other.issuedOn ? 1 : -1))
}

export function PapersTab({ file }: { file: PersonFile }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const papers = papersOf(file)
  return (
    <Card title={words.papers(format.number(papers.length))} flush>
      <Table
        stacks
        caption={words.tabs.papers}
        rows={papers}
        rowKey={({ id }) => id}
        empty={words.none}
        columns={[
          {
            key: 'code',
            header: words.code,
            names: true,
            cell: ({ id, code, withdrawnOn }) => (
              <>
                <Link to={paths.decision(id)}>{code}</Link>
                {withdrawnOn && (
                  <>
                    {' '}
                    <Badge tone="attention">{words.paperWithdrawn}</Badge>
                  </>
                )}
              </>
            ),
          },
          { key: 'issuedOn', header: words.issuedOn, cell: ({ issuedOn }) => <DayText value={issuedOn} /> },
          { key: 'facts', header: words.facts, cell: ({ labels }) => labels.map((label) => label[language]).join(', ') },
        ]}
      />
    </Card>
  )
}
