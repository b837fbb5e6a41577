import type { PersonFile } from '#modules/people/file.contract.ts'
import type { EventFact } from '#web/person-event.ts'
import { Stack } from '#web/kit/Card.tsx'
import { Tabs } from '#web/kit/Tabs.tsx'
import { personParts } from '#web/person-parts.ts'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import { HistoryTab } from './HistoryTab.tsx'
import { LevelsTable } from './LevelsTable.tsx'
import { LooksTab } from './LooksTab.tsx'
import { PapersTab, papersOf } from './PapersTab.tsx'
import { PersonTimeline } from './PersonTimeline.tsx'
import { ProfileTab } from './ProfileTab.tsx'
import { RatingsTable } from './RatingsTable.tsx'
import { TrainingTables } from './TrainingTables.tsx'
import { WorkTables } from './WorkTables.tsx'
import { messages } from './file-messages.ts'

export type OnAct = ((eventId: string, fact: EventFact) => void) | null
export type PartProps = { file: PersonFile; onAct: OnAct }

/** The parts of a file, in the order of the paper record. */
export function PersonTabs({
  file,
  onAct,
  knownOn,
  onKnownOn,
}: PartProps & { knownOn: string | undefined; onKnownOn: (day: string | undefined) => void }) {
  const words = useWords(messages)
  const { assignments, memberships, secondments, sendings, enrolments, qualifications, ratings } = file.facts
  const may = useMay()
  const part = { file, onAct }
  return (
    <Tabs
      label={words.file}
      tabs={[
        {
          key: 'summary',
          label: words.tabs.summary,
          content: () => (
            <Stack>
              <PersonTimeline file={file} />
              <TrainingTables {...part} onlySent />
            </Stack>
          ),
        },
        { key: 'profile', label: words.tabs.profile, content: () => <ProfileTab {...part} /> },
        {
          key: 'work',
          label: words.tabs.work,
          count: assignments.length + memberships.length + secondments.length,
          content: () => <WorkTables {...part} />,
        },
        {
          key: 'training',
          label: words.tabs.training,
          count: sendings.length + enrolments.length,
          content: () => <TrainingTables {...part} />,
        },
        {
          key: 'levels',
          label: words.tabs.levels,
          count: qualifications.length,
          content: () => (
            <Stack>
              <LevelsTable {...part} />
              {personParts
                .filter(({ permission }) => may(permission))
                .map(({ id, Part }) => (
                  <Part key={id} personId={file.personId} knownOn={knownOn} />
                ))}
            </Stack>
          ),
        },
        ...(ratings
          ? [{ key: 'ratings', label: words.tabs.ratings, count: ratings.length, content: () => <RatingsTable {...part} /> }]
          : []),
        { key: 'papers', label: words.tabs.papers, count: papersOf(file).length, content: () => <PapersTab file={file} /> },
        {
          key: 'history',
          label: words.tabs.history,
          content: () => <HistoryTab personId={file.personId} knownOn={knownOn} onKnownOn={onKnownOn} />,
        },
        ...(file.may.seeLooks
          ? [{ key: 'looks', label: file.isOwn ? words.looksAtMine : words.tabs.looks, content: () => <LooksTab file={file} /> }]
          : []),
      ]}
    />
  )
}
