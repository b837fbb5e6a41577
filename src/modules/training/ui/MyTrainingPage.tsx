import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { trainingKinds } from '#law/training-kinds.ts'
import type { ReplyOf } from '#lib/operation.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import { applyForCourse, myNeeds, withdrawApplication } from '#modules/training/need.contract.ts'
import { needWhy, ruleText, urgencyText } from '#modules/training/need-words.ts'
import { read } from '#web/client.ts'
import { useCommand } from '#web/command.ts'
import { useDay } from '#web/day.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Card, Stack } from '#web/kit/Card.tsx'
import { Dialog } from '#web/kit/Dialog.tsx'
import { Form } from '#web/kit/Form.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Page } from '#web/kit/Page.tsx'
import { Progress } from '#web/kit/Progress.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { Table } from '#web/kit/Table.tsx'
import { TextField } from '#web/kit/TextField.tsx'
import { useToast } from '#web/kit/Toast.tsx'
import { useForm } from '#web/kit/use-form.ts'
import { useLanguage } from '#web/language.tsx'
import { useSearch } from '#web/search.ts'
import { useWords } from '#web/words.ts'
import { messages } from './need-messages.ts'
import { planningYear } from './needs-address.ts'

type Mine = ReplyOf<typeof myNeeds>
const address = z.object({ year: z.coerce.number().int().min(1990).max(2100).optional() })

/** What an official still needs to learn, and for what he applies; read on a phone. */
export function MyTrainingPage() {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const { day } = useDay()
  const { search, set } = useSearch(address)
  const [applying, setApplying] = useState(false)
  const usual = planningYear(day)
  const year = search.year ?? usual
  const mine = useQuery(read(myNeeds, { year }))
  const needed =
    mine.data?.needs.filter(({ origin, struck, excluded }) => (origin === 'standard' || origin === 'expiry') && !struck && !excluded) ?? []
  const person = mine.data?.person
  const title = needed.length > 0 ? words.mineTitle(format.number(needed.length), year) : words.mineNothing(year)
  return (
    <Page
      title={person ? title : words.mine}
      about={person && [person.name, person.title, person.unit?.[language]].filter(Boolean).join(' · ')}
      filters={
        <SelectField
          inline
          label={words.year}
          value={String(year)}
          options={[usual - 1, usual].map((one) => ({ value: String(one), label: String(one) }))}
          onChange={(chosen) => set({ year: Number(chosen) === usual ? undefined : Number(chosen) })}
        />
      }
      actions={
        person && (
          <Button kind="primary" icon="plus" onClick={() => setApplying(true)}>
            {words.apply}
          </Button>
        )
      }
    >
      <Loaded query={mine}>
        {(found) =>
          found.person ? (
            <Stack>
              <Needed needs={needed} />
              <Hours hours={found.hours} />
              <Claims claims={found.claims} />
            </Stack>
          ) : (
            <Notice tone="plain">{words.mineNobody}</Notice>
          )
        }
      </Loaded>
      {applying && <Apply year={year} onClose={() => setApplying(false)} />}
    </Page>
  )
}

function Needed({ needs }: { needs: Mine['needs'] }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  return (
    <Card title={words.mineNeeds} flush>
      <Table
        stacks
        caption={words.mineNeeds}
        rows={needs}
        rowKey={({ kind }) => kind}
        empty={words.mineNone}
        columns={[
          { key: 'course', header: words.course, names: true, cell: ({ kind }) => trainingName(kind)[language] },
          { key: 'why', header: words.why, cell: (need) => needWhy(need)[language] },
          { key: 'urgency', header: words.urgency, cell: (need) => urgencyText(need)[language] },
          { key: 'rule', header: words.rule, quiet: true, cell: (need) => ruleText(need)[language] },
        ]}
      />
    </Card>
  )
}

function Hours({ hours: { done, asked, document, verified } }: { hours: Mine['hours'] }) {
  const words = useWords(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const rule = document ? ruleText({ rule: { document, article: null, verified } })[language] : undefined
  return (
    <Card title={words.hours} about={rule}>
      {asked === null ? (
        words.hoursDone(format.number(done))
      ) : (
        <Progress label={words.hoursOf(format.number(done), format.number(asked))} done={Math.min(done, asked)} total={asked} />
      )}
    </Card>
  )
}

function Claims({ claims }: { claims: Mine['claims'] }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const say = useToast()
  const withdraw = useCommand(withdrawApplication, { onDone: () => say(words.taken) })
  return (
    <Card title={words.claims} flush>
      <Table
        stacks
        caption={words.claims}
        rows={claims}
        rowKey={({ id }) => id}
        empty={words.noClaims}
        columns={[
          { key: 'course', header: words.course, names: true, cell: ({ kind }) => trainingName(kind)[language] },
          {
            key: 'state',
            header: words.state,
            cell: ({ stance, isServed }) => (
              <Badge tone={isServed ? 'success' : 'plain'}>{isServed ? words.served : words.stances[stance]}</Badge>
            ),
          },
          { key: 'reason', header: words.reason, cell: ({ reason }) => reason },
          { key: 'by', header: words.said, quiet: true, cell: ({ by, said }) => words.saidBy(by, formatDay(said)) },
          {
            key: 'act',
            header: words.act,
            cell: ({ id, isOwn, isServed }) =>
              isOwn && !isServed ? (
                <Button kind="quiet" busy={withdraw.busy} onClick={() => void withdraw.send({ claimId: id })}>
                  {words.take}
                </Button>
              ) : null,
          },
        ]}
      />
    </Card>
  )
}

const applyShape = applyForCourse.input.omit({ year: true })

function Apply({ year, onClose }: { year: number; onClose: () => void }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const say = useToast()
  const form = useForm(applyShape, { reason: '' })
  const apply = useCommand(applyForCourse, {
    onDone: () => {
      say(words.applyDone)
      onClose()
    },
  })
  return (
    <Dialog opened title={`${words.applyTitle} · ${year}`} onClose={onClose}>
      <Stack>
        <Notice tone="plain">{words.applyAbout}</Notice>
        <Form
          form={form}
          onSubmit={(values) => apply.send({ ...values, year })}
          busy={apply.busy}
          problem={apply.problem}
          submitLabel={words.apply}
          onCancel={onClose}
        >
          <SelectField
            name="kind"
            label={words.course}
            required
            wide
            options={Object.entries(trainingKinds).map(([value, { name }]) => ({ value, label: name[language] }))}
          />
          <TextField name="reason" label={words.reason} required wide lines={4} />
        </Form>
      </Stack>
    </Dialog>
  )
}
