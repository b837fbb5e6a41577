import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listReorganisations, reverseReorganisation } from '#modules/organisation/reorganisation.contract.ts'
import type { ReplyOf } from '#lib/operation.ts'
import { read } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card, Stack } from '#web/kit/Card.tsx'
import { Confirm } from '#web/kit/Confirm.tsx'
import { Empty } from '#web/kit/Empty.tsx'
import { UnitLink } from '#web/kit/DomainLinks.tsx'
import { Link } from '#web/kit/Link.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { paths } from '#web/paths.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { messages } from './messages.ts'
import { useNames } from './names.ts'

type Reorganisation = ReplyOf<typeof listReorganisations>['reorganisations'][number]

/** Every reorganisation, the last first, with what became of each unit. */
export function ReorganisationsPage() {
  const words = useWords(messages)
  const format = useFormat()
  const may = useMay()
  const list = useQuery(read(listReorganisations, {}))
  const standing = list.data?.reorganisations.filter(({ reversedAt }) => reversedAt === null).length
  return (
    <Page
      title={standing === undefined ? words.reorganisations : words.reorganisationsTitle(format.number(standing))}
      about={words.reorganisationsAbout}
      crumbs={[{ label: words.units, to: paths.units() }]}
      actions={
        may('organisation.write') && (
          <Link kind="button" to={paths.reorganise()}>
            {words.newReorganisation}
          </Link>
        )
      }
    >
      <Loaded query={list}>
        {(data) =>
          data.reorganisations.length === 0 ? (
            <Empty title={words.noReorganisations} />
          ) : (
            <Stack>
              {data.reorganisations.map((one) => (
                <ReorganisationCard key={one.id} one={one} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Page>
  )
}

function ReorganisationCard({ one }: { one: Reorganisation }) {
  const words = useWords(messages)
  const format = useFormat()
  const may = useMay()
  const say = useToast()
  const { pair } = useNames()
  const [asking, setAsking] = useState(false)
  const reverse = useCommand(reverseReorganisation, {
    onDone: () => {
      say(words.reversed)
      setAsking(false)
    },
  })
  const title = pair(one.titleVi, one.titleEn)
  return (
    <Card
      flush
      title={`${format.day(one.on)} · ${title}`}
      about={
        <>
          {one.reversedAt && <Badge tone="quiet">{words.reversedAt(format.instant(one.reversedAt))}</Badge>}{' '}
          {words.summary(format.number(one.ends), format.number(one.begins))}
          {one.decisionId && (
            <>
              {' '}
              · <Link to={paths.decision(one.decisionId)}>{words.decision}</Link>
            </>
          )}
        </>
      }
      actions={
        may('organisation.write') &&
        !one.reversedAt && (
          <Button kind="quiet" onClick={() => setAsking(true)}>
            {words.reverse}
          </Button>
        )
      }
    >
      <Table
        caption={title ?? ''}
        rows={one.successions}
        rowKey={(link, at) => `${link.fromId} ${at}`}
        columns={[
          {
            key: 'from',
            header: words.unit,
            names: true,
            cell: (link) => <UnitLink id={link.fromId} name={pair(link.fromVi, link.fromEn) ?? ''} />,
          },
          { key: 'kind', header: words.act, cell: (link) => words.actDone[link.kind] },
          {
            key: 'to',
            header: words.becameOf,
            cell: (link) => (link.toId ? <UnitLink id={link.toId} name={pair(link.toVi, link.toEn) ?? ''} /> : '–'),
          },
          { key: 'whole', header: words.extent, cell: (link) => (link.toId === null ? '' : link.whole ? words.whole : words.part) },
          { key: 'note', header: words.note, quiet: true, cell: (link) => link.note ?? '' },
        ]}
      />
      <Confirm
        opened={asking}
        title={words.reverseTitle}
        action={words.reverse}
        danger
        reason
        busy={reverse.busy}
        problem={reverse.problem}
        onConfirm={(reason) => reverse.send({ reorganisationId: one.id, reason })}
        onClose={() => setAsking(false)}
      >
        <p>{words.reverseAbout}</p>
      </Confirm>
    </Card>
  )
}
