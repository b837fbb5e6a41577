import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { readPerson } from '#modules/people/file.contract.ts'
import { purposeText } from '#modules/people/purposes.ts'
import { read } from '#web/client.ts'
import { useDay } from '#web/day.ts'
import { Button } from '#web/kit/Button.tsx'
import { Card, Stack } from '#web/kit/Card.tsx'
import { Loaded } from '#web/kit/Loaded.tsx'
import { Page } from '#web/kit/Page.tsx'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { LevelsTable } from './LevelsTable.tsx'
import { ProfileFacts } from './ProfileTab.tsx'
import { TrainingTables } from './TrainingTables.tsx'
import { WorkTables } from './WorkTables.tsx'
import { messages } from './file-messages.ts'
import { messages as purposeMessages } from './purpose-messages.ts'
import { usePurpose } from './use-purpose.ts'

/** The whole file one part below the other, as it is printed. */
export function PersonPrintPage() {
  const words = useWords(messages)
  const { personId = '' } = useParams()
  const { day } = useDay()
  const purposeWords = useWords(purposeMessages)
  const { language } = useLanguage()
  const { purpose } = usePurpose()
  const query = useQuery(read(readPerson, { personId, day, ...(purpose ? { purpose } : {}) }))
  const name = query.data?.name ?? words.loading
  return (
    <Page
      title={name}
      crumbs={[{ label: words.people, to: paths.people() }, { label: name, to: paths.person(personId) }, { label: words.print }]}
      actions={
        <Button kind="primary" icon="print" onClick={() => globalThis.print()}>
          {words.print}
        </Button>
      }
    >
      <Loaded query={query}>
        {(file) => {
          const known = {
            ...file,
            closed: {
              profiles: [],
              identities: [],
              assignments: [],
              memberships: [],
              qualifications: [],
              sendings: [],
              enrolments: [],
              certificates: [],
              secondments: [],
            },
          }
          const profile = file.facts.profiles[0]
          return (
            <Stack>
              {purpose && file.guarded === 'open' && !file.isOwn && <p>{`${purposeWords.chip}: ${purposeText(purpose, language)}`}</p>}
              {profile && (
                <Card title={words.profile}>
                  <ProfileFacts profile={profile} />
                </Card>
              )}
              <WorkTables file={known} onAct={null} />
              <LevelsTable file={known} onAct={null} />
              <TrainingTables file={known} onAct={null} />
            </Stack>
          )
        }}
      </Loaded>
    </Page>
  )
}
