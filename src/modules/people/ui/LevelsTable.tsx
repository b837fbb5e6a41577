import { qualificationKinds, qualificationStates, qualificationText } from '#law/qualifications.ts'
import { studyModes, theoryModes } from '#law/study-modes.ts'
import { Badge } from '#web/kit/Badge.tsx'
import { useLanguage } from '#web/language.tsx'
import { useWords } from '#web/words.ts'
import { FactTable } from './FactTable.tsx'
import type { PartProps } from './PersonTabs.tsx'
import { Held, nameOf } from './WorkTables.tsx'
import { messages } from './file-messages.ts'

/** Diplomas, certificates and levels, held or being studied. */
export function LevelsTable({ file: { facts, closed }, onAct }: PartProps) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const modes = { ...studyModes, ...theoryModes }
  return (
    <FactTable
      title={words.levels}
      table="qualifications.qualification"
      rows={facts.qualifications.toReversed()}
      closed={closed.qualifications.toReversed()}
      onAct={onAct}
      columns={[
        {
          key: 'level',
          header: words.columns.level,
          names: true,
          cell: (one) => qualificationText({ ...one, state: 'finished' })[language],
        },
        {
          key: 'kind',
          header: words.columns.kind,
          quiet: true,
          cell: ({ kind, mode }) =>
            [nameOf(qualificationKinds, kind, language), mode && nameOf(modes, mode, language)].filter(Boolean).join(' · '),
        },
        {
          key: 'state',
          header: words.columns.state,
          cell: ({ state }) => (
            <Badge tone={state === 'studying' ? 'chosen' : 'plain'}>{nameOf(qualificationStates, state, language)}</Badge>
          ),
        },
        { key: 'period', header: words.columns.period, cell: (one) => <Held {...one} /> },
        {
          key: 'school',
          header: words.columns.school,
          cell: ({ institution, result, certificate }) => [institution, result, certificate].filter(Boolean).join(' · '),
        },
      ]}
    />
  )
}
