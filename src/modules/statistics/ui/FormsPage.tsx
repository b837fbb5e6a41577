import { useQuery } from '@tanstack/react-query'
import { listForms } from '#modules/statistics/form.contract.ts'
import { read } from '#web/client.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Card, Columns } from '#web/kit/Card.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { messages as done } from './done-messages.ts'
import { messages } from './form-messages.ts'

/** The official forms, each with when it was last handed in. */
export function FormsPage() {
  const words = useWords(messages)
  const others = useWords(done)
  const may = useMay()
  const format = useFormat()
  const { language } = useLanguage()
  const forms = useQuery(read(listForms, {}))
  return (
    <Page title={forms.data ? words.formsTitle(format.number(forms.data.forms.length)) : words.forms}>
      <Card flush>
        <Loaded query={forms}>
          {({ forms: rows }) => (
            <Table
              caption={words.forms}
              rows={rows}
              rowKey={({ form }) => form}
              stacks
              columns={[
                {
                  key: 'form',
                  header: words.form,
                  names: true,
                  cell: ({ form, name }) => <Link to={paths.form(form)}>{name[language]}</Link>,
                },
                { key: 'number', header: words.number, cell: ({ number }) => number },
                {
                  key: 'source',
                  header: words.source,
                  quiet: true,
                  cell: ({ document, isVerified }) => (
                    <>
                      {document} {!isVerified && <Badge tone="attention">{words.unverified}</Badge>}
                    </>
                  ),
                },
                {
                  key: 'last',
                  header: words.last,
                  cell: ({ form, last }) =>
                    last ? (
                      <Link to={`${paths.form(form)}?submission=${last.submissionId}`}>
                        {words.byWhom(format.instant(last.submittedAt), last.submittedBy)}
                      </Link>
                    ) : (
                      words.never
                    ),
                },
              ]}
            />
          )}
        </Loaded>
      </Card>
      <Card title={others.others}>
        <Columns least={260}>
          <span>
            <Link to={paths.form('hours')}>{others.hours}</Link>
            <br />
            {others.hoursAbout}
          </span>
          {may('training.plan') && (
            <span>
              <Link to={paths.form('plan')}>{others.done}</Link>
              <br />
              {others.doneAbout}
            </span>
          )}
        </Columns>
      </Card>
    </Page>
  )
}
