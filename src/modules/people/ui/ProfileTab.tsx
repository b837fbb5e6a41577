import { valueText } from '#modules/people/fact-words.ts'
import type { PersonFile } from '#modules/people/file.contract.ts'
import { identityKinds } from '#modules/people/kinds.ts'
import { formatDay, useFormat } from '#web/format.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card, Stack } from '#web/kit/Card.tsx'
import { Facts } from '#web/kit/Facts.tsx'
import { Notice } from '#web/kit/Notice.tsx'
import { Table } from '#web/kit/Table.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { FactTable, Origin } from './FactTable.tsx'
import { messages as formMessages } from './form-messages.ts'
import { messages as purposeMessages } from './purpose-messages.ts'
import type { PartProps } from './PersonTabs.tsx'
import { Held, nameOf } from './WorkTables.tsx'
import { messages } from './file-messages.ts'

type Profile = PersonFile['facts']['profiles'][number]

/** The curriculum vitae, the identity numbers, and what was said before a correction. */
export function ProfileTab({ file, onAct }: PartProps) {
  const words = useWords(messages)
  const formWords = useWords(formMessages)
  const purposeWords = useWords(purposeMessages)
  const format = useFormat()
  const { language } = useLanguage()
  const [profile] = file.facts.profiles
  const { identities } = file.facts
  return (
    <Stack>
      {file.guarded !== 'open' && <Notice tone="plain">{file.guarded === 'purpose' ? purposeWords.kept : words.hidden}</Notice>}
      {profile && (
        <Card
          title={words.profile}
          footer={<Origin origin={profile.origin} />}
          actions={
            onAct && (
              <Button onClick={() => onAct('people.persons.correct', { ...profile, table: 'people.profile' })}>{formWords.correct}</Button>
            )
          }
        >
          <ProfileFacts profile={profile} />
        </Card>
      )}
      {identities && (
        <FactTable
          title={words.identities}
          table="people.identity"
          rows={identities}
          closed={file.closed.identities ?? []}
          onAct={onAct}
          columns={[
            { key: 'kind', header: words.columns.kind, names: true, cell: ({ kind }) => nameOf(identityKinds, kind, language) },
            { key: 'number', header: words.columns.number, cell: ({ number }) => number },
            { key: 'period', header: words.columns.period, cell: (one) => <Held {...one} fromKnown /> },
          ]}
        />
      )}
      {file.closed.profiles.length > 0 && (
        <Card title={words.closed(format.number(file.closed.profiles.length))} flush>
          <Table
            caption={words.profile}
            rows={file.closed.profiles}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', header: words.fields.fullName, names: true, cell: ({ fullName }) => fullName },
              { key: 'birth', header: words.fields.birth, cell: ({ birth }) => birth && formatDay(birth) },
              { key: 'paper', header: words.columns.paper, quiet: true, cell: ({ origin }) => <Origin origin={origin} /> },
              {
                key: 'closed',
                header: words.columns.state,
                quiet: true,
                cell: ({ origin }) =>
                  origin.closed && `${words.closedAs[origin.closed.why] ?? origin.closed.why} · ${format.instant(origin.closed.at)}`,
              },
            ]}
          />
        </Card>
      )}
    </Stack>
  )
}

/** Every field with its label; one that was not sent is left out. */
export function ProfileFacts({ profile }: { profile: Profile }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const columnOf: Record<string, string> = {
    sex: 'sex',
    ethnicity: 'ethnicity',
    religion: 'religion',
    birth: 'birth',
    partyJoined: 'party_joined',
    partyOfficial: 'party_official',
  }
  const fields = Object.keys(words.fields) as (keyof typeof words.fields)[]
  const shown = fields.filter((name) => profile[name] !== undefined)
  return (
    <Facts
      items={shown.map((name) => {
        const value = profile[name]
        const column = columnOf[name]
        return {
          label: words.fields[name],
          value:
            value === null || value === undefined
              ? null
              : column
                ? valueText('profiles', column, { [column]: value }, () => null)[language]
                : value,
        }
      })}
    />
  )
}
