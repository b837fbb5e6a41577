import { ethnicGroup } from '#law/ethnic-groups.ts'
import { fieldOfStudy } from '#law/fields-of-study.ts'
import { officialKinds } from '#law/official-kinds.ts'
import { languageName, levelName, qualificationKinds, qualificationStates, qualificationText } from '#law/qualifications.ts'
import { ratingName } from '#law/ratings.ts'
import { religions } from '#law/religions.ts'
import { studyModes, theoryModes } from '#law/study-modes.ts'
import { isTrainingKind, trainingKinds } from '#law/training-kinds.ts'
import { formatPartialDate, fromIso } from '#lib/partial-date.ts'
import type { Bilingual } from '#lib/language.ts'
import type { FactsKind } from './file.contract.ts'
import { assignmentKinds, identityKinds, membershipKinds, outcomes, sexes } from './kinds.ts'
import { titleAt } from './title-at.ts'

type Fact = Record<string, unknown>
/** The latest name of a unit or the title of a class. */
export type NameOf = (id: string) => Bilingual | null

/** What each kind of fact is called in a history. */
export const factLabels: Record<FactsKind, Bilingual> = {
  profiles: { vi: 'Lý lịch', en: 'Curriculum vitae' },
  identities: { vi: 'Giấy tờ định danh', en: 'Identity number' },
  assignments: { vi: 'Chức danh đảm nhiệm', en: 'Post held' },
  memberships: { vi: 'Tư cách ngoài biên chế', en: 'Membership' },
  qualifications: { vi: 'Trình độ', en: 'Qualification' },
  ratings: { vi: 'Đánh giá, xếp loại', en: 'Rating' },
  sendings: { vi: 'Cử đi học', en: 'Sending' },
  enrolments: { vi: 'Học viên của lớp', en: 'Trainee of a class' },
  certificates: { vi: 'Chứng chỉ được cấp', en: 'Certificate issued' },
  secondments: { vi: 'Biệt phái', en: 'Secondment' },
}

/** A fact in one line. */
export function factSummary(kind: FactsKind, fact: Fact, nameOf: NameOf): Bilingual {
  const unit = (column: string): Bilingual | null => nameOf(textOf(fact, column))
  switch (kind) {
    case 'profiles':
      return same(textOf(fact, 'full_name'))
    case 'identities':
      return nameIn(identityKinds, fact['kind'])
    case 'assignments':
      return titleAt(fact['title_text'], unit('unit_id'))
    case 'memberships':
      return prefixed(nameIn(membershipKinds, fact['kind']), unit('unit_id'))
    case 'qualifications':
      return qualificationText({
        kind: textOf(fact, 'kind'),
        level: textOf(fact, 'level'),
        fieldText: textOf(fact, 'field_text') || null,
        fieldCode: textOf(fact, 'field_code') || null,
        language: textOf(fact, 'language') || null,
        state: textOf(fact, 'state'),
      })
    case 'ratings':
      return ratingText(fact)
    case 'sendings':
      return trainingName(textOf(fact, 'kind'))
    case 'enrolments':
      return nameOf(textOf(fact, 'class_id')) ?? factLabels.enrolments
    case 'certificates':
      return prefixed(same(textOf(fact, 'number')), nameOf(textOf(fact, 'class_id')))
    case 'secondments':
      return prefixed(factLabels.secondments, unit('host_unit_id'))
  }
}

/** A stored value as a reader sees it. */
export function valueText(kind: FactsKind, column: string, fact: Fact, nameOf: NameOf): Bilingual {
  const value = fact[column]
  if (typeof value === 'number') return same(String(value))
  if (typeof value !== 'string') return same('')
  if (column.endsWith('unit_id')) return nameOf(value) ?? same(value)
  if (column === 'held' || column === 'study') return same(periodText(value))
  const named = codes[`${kind}.${column}`]?.(value, fact) ?? codes[column]?.(value, fact)
  if (named) return named
  const date = fromIso(value)
  return same(date && /^\d{4}(-|$)/.test(value) ? formatPartialDate(date) : value)
}

type Named = (value: string, fact: Fact) => Bilingual | undefined
const codes: Record<string, Named> = {
  sex: (value) => nameIn(sexes, value),
  ethnicity: (value) => ethnicGroup(value)?.name,
  religion: (value) => religions.find(({ code }) => code === value)?.name,
  official_kind: (value) => inRecord(officialKinds, value)?.name,
  field_code: (value) => fieldOfStudy(value)?.name,
  language: (value) => languageName(value),
  mode: (value) => inRecord(studyModes, value) ?? inRecord(theoryModes, value),
  grade: (value, fact) => ratingName(value, Number(fact['year'])),
  state: (value) => nameIn(qualificationStates, value),
  outcome: (value) => nameIn(outcomes, value),
  level: (value, fact) => levelName(textOf(fact, 'kind'), value),
  'assignments.kind': (value) => nameIn(assignmentKinds, value),
  'memberships.kind': (value) => nameIn(membershipKinds, value),
  'identities.kind': (value) => nameIn(identityKinds, value),
  'qualifications.kind': (value) => nameIn(qualificationKinds, value),
  'sendings.kind': (value) => trainingName(value),
}

function ratingText(fact: Fact): Bilingual {
  const year = Number(fact['year'])
  const { vi, en } = ratingName(textOf(fact, 'grade'), year)
  return { vi: `${year}: ${vi}`, en: `${year}: ${en}` }
}

export function trainingName(code: string): Bilingual {
  return isTrainingKind(code) ? trainingKinds[code].name : same(code)
}

/** '[2018-09-12,2020-04-01)' as '12/09/2018 – 31/03/2020'. */
function periodText(range: string): string {
  const [from = '', to = ''] = range.replaceAll(/[[\]()]/g, '').split(',')
  return `${dayOf(from, 0)} – ${dayOf(to, -1)}`
}

function dayOf(day: string, shift: number): string {
  if (!day) return '…'
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + shift * 86_400_000).toISOString().slice(0, 10)
  return moved.split('-').toReversed().join('/')
}

function nameIn(names: Record<string, Bilingual>, key: unknown): Bilingual {
  return (typeof key === 'string' ? names[key] : undefined) ?? same(String(key))
}

function inRecord<V>(record: Record<string, V>, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

function prefixed(label: Bilingual, name: Bilingual | null): Bilingual {
  return name ? { vi: `${label.vi} · ${name.vi}`, en: `${label.en} · ${name.en}` } : label
}

function textOf(fact: Fact, column: string): string {
  const value = fact[column]
  return typeof value === 'string' ? value : ''
}

function same(text: string): Bilingual {
  return { vi: text, en: text }
}
