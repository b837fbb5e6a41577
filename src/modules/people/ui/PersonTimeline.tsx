import { addDays, daysBetween } from '#lib/days.ts'
import { qualificationText } from '#law/qualifications.ts'
import type { PersonFile } from '#modules/people/file.contract.ts'
import { postName } from '#modules/people/list-sheet.ts'
import { trainingName } from '#modules/people/fact-words.ts'
import { Timeline, type TimelineBar } from '#web/kit/charts/Timeline.tsx'
import { formatDay } from '#web/format.ts'
import { useLanguage } from '#web/language.tsx'
import { paths } from '#web/paths.ts'
import { useWords } from '#web/words.ts'
import { messages } from './file-messages.ts'

const leastDays = 30
const nearDays = 90

type Dated = { id: string; from: string | null; to: string | null; origin: { paper: { id: string } | null } }

/** Posts, secondments, courses and qualifications above each other, with the days on which units were reorganised. */
export function PersonTimeline({ file }: { file: PersonFile }) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { assignments, memberships, secondments, sendings, enrolments, qualifications } = file.facts
  const main = assignments.filter(({ kind }) => kind === 'main')
  const others = assignments.filter(({ kind }) => kind !== 'main' && kind !== 'seconded')
  const nameOf = (post: { titleText: string; titleCode: string | null }) =>
    postName({ title: post.titleText, titleCode: post.titleCode }, language) ?? ''
  const at = (title: string, unit: { vi: string; en: string }) => `${title} · ${unit[language]}`
  const courses = [
    ...sendings
      .filter(({ status }) => status !== 'cancelled')
      .map((one) =>
        bar({ ...one, from: one.studyFrom ?? one.sentOn, to: one.studyTo ?? one.outcomeOn ?? one.to }, trainingName(one.kind)[language]),
      ),
    ...enrolments.filter(isLong).map((one) => bar(one, one.classTitle)),
    ...qualifications
      .filter((one) => one.state === 'studying' && !sendings.some((sending) => isSameStudy(sending, one)))
      .map((one) => bar(one, qualificationText(one)[language])),
  ]
  const finished = qualifications.filter(({ state, fromKnown }) => state === 'finished' && fromKnown)
  return (
    <Timeline
      title={words.timeline}
      day={file.day}
      dayLabel={formatDay(file.day)}
      footer={
        file.reorganisations.length > 0 &&
        [words.timelineNote, ...file.reorganisations.map(({ on, title }) => `${formatDay(on)}: ${title[language]}.`)].join(' ')
      }
      events={file.reorganisations.map(({ on }) => ({ on, label: formatDay(on) }))}
      rows={[
        {
          key: 'work',
          label: words.lanes.work,
          series: 0,
          bars: [
            ...main.map((one) => bar(one, at(nameOf(one), one.unit))),
            ...memberships.map((one) => bar(one, at(one.titleText ?? '', one.unit))),
          ],
        },
        { key: 'other', label: words.lanes.other, series: 4, bars: others.map((one) => bar(one, at(nameOf(one), one.unit))) },
        { key: 'secondment', label: words.lanes.secondment, series: 3, bars: secondments.map((one) => bar(one, one.hostUnit[language])) },
        { key: 'training', label: words.lanes.training, series: 1, bars: courses },
        {
          key: 'levels',
          label: words.lanes.levels,
          series: 2,
          bars: finished.map((one) => ({ ...bar(one, qualificationText(one)[language]), tint: true })),
        },
      ]}
    />
  )
}

/** A study that one was sent to stands on the axis once, as the course. */
function isSameStudy(sending: { studyFrom: string | null; sentOn: string }, study: { from: string | null }): boolean {
  return study.from !== null && Math.abs(daysBetween(sending.studyFrom ?? sending.sentOn, study.from)) <= nearDays
}

/** Classes of some days are in the table; the axis has room for courses. */
function isLong({ from, to }: { from: string | null; to: string | null }): boolean {
  return from !== null && to !== null && daysBetween(from, to) >= leastDays
}

/** A fact as a bar up to its last day; it opens its paper. */
function bar({ id, from, to, origin }: Dated, label: string): TimelineBar {
  return {
    key: id,
    from: from ?? '1990-01-01',
    to: to && addDays(to, -1),
    label,
    title: label,
    ...(origin.paper ? { page: paths.decision(origin.paper.id) } : {}),
  }
}
