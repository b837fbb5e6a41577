import { educationLevels } from '#law/education-levels.ts'
import { ethnicGroups } from '#law/ethnic-groups.ts'
import { officialKinds } from '#law/official-kinds.ts'
import { stateManagementLevels } from '#law/state-management-levels.ts'
import { theoryLevels } from '#law/theory-levels.ts'
import { titlesOn } from '#law/titles.ts'
import type { Bilingual } from '#lib/language.ts'
import { choiceWords, filterWords } from '#modules/people/list-words.ts'
import type { PeopleFilters } from '#modules/people/list.contract.ts'
import { useDay } from '#web/day.ts'
import { Button } from '#web/kit/Button.tsx'
import { Row, Stack } from '#web/kit/Card.tsx'
import { Combobox } from '#web/kit/Combobox.tsx'
import { Drawer } from '#web/kit/Drawer.tsx'
import { NumberField } from '#web/kit/NumberField.tsx'
import { SelectField } from '#web/kit/SelectField.tsx'
import { useLanguage } from '#web/language.tsx'
import { useMay } from '#web/session.tsx'
import { useWords } from '#web/words.ts'
import type { SetFilters } from './PeopleFilterBar.tsx'
import { messages } from './list-messages.ts'

/** Every other condition of the list; each takes effect at once. */
export function PeopleFilterDrawer({
  opened,
  onClose,
  filters,
  set,
}: {
  opened: boolean
  onClose: () => void
  filters: PeopleFilters
  set: SetFilters
}) {
  const words = useWords(messages)
  const { language } = useLanguage()
  const { day } = useDay()
  const mayAskSensitive = useMay()('people.sensitive')
  const options = (choices: Record<string, Bilingual>) =>
    Object.entries(choices).map(([value, label]) => ({ value, label: label[language] }))
  const levels = (list: Record<string, { name: Bilingual }>) =>
    Object.entries(list).map(([value, { name }]) => ({ value, label: name[language] }))
  const field = (name: keyof PeopleFilters, choices: { value: string; label: string }[], any?: string) => (
    <SelectField
      label={filterWords[name][language]}
      options={choices}
      {...(any === undefined ? {} : { any })}
      value={String(([] as unknown[]).concat(filters[name] ?? '')[0] ?? '')}
      onChange={(value) => set({ [name]: value || undefined })}
    />
  )
  return (
    <Drawer opened={opened} title={words.moreTitle} onClose={onClose}>
      <Stack>
        {field('group', options(choiceWords.group))}
        {field('status', options(choiceWords.status))}
        {field('sex', options(choiceWords.sex), words.any)}
        <Row>
          <NumberField
            label={filterWords.ageFrom[language]}
            value={filters.ageFrom ?? null}
            onChange={(ageFrom) => set({ ageFrom: Number.isNaN(ageFrom) ? undefined : (ageFrom ?? undefined) })}
          />
          <NumberField
            label={filterWords.ageTo[language]}
            value={filters.ageTo ?? null}
            onChange={(ageTo) => set({ ageTo: Number.isNaN(ageTo) ? undefined : (ageTo ?? undefined) })}
          />
        </Row>
        {mayAskSensitive &&
          field(
            'ethnicity',
            ethnicGroups.map(({ code, name }) => ({ value: code, label: name[language] })),
            words.any,
          )}
        {mayAskSensitive && field('minority', options(choiceWords.minority), words.any)}
        {mayAskSensitive && field('party', options(choiceWords.party), words.any)}
        {field('degree', levels(educationLevels), words.any)}
        {field('theory', levels(theoryLevels), words.any)}
        {field('stateManagement', levels(stateManagementLevels), words.any)}
        <Combobox
          label={filterWords.title[language]}
          placeholder={words.any}
          value={filters.title ?? ''}
          onChange={(title) => set({ title: title || undefined })}
          options={titlesOn(day).map(({ code, name, level }) => ({
            value: code,
            label: name[language],
            about: levelWords[level][language],
          }))}
        />
        {field('leader', options(choiceWords.leader), words.any)}
        {field('officialKind', levels(officialKinds), words.any)}
        {field('studying', options(choiceWords.studying), words.any)}
        {field('missing', options(choiceWords.missing), words.any)}
        <Button kind="primary" onClick={onClose}>
          {words.apply}
        </Button>
      </Stack>
    </Drawer>
  )
}

const levelWords = { district: { vi: 'cấp huyện', en: 'district' }, commune: { vi: 'cấp xã', en: 'commune' } }
