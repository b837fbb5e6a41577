import type { Citation } from './citation.ts'
import type { Requirement } from './requirements.ts'
import { annualPacks } from './training-packs.ts'
import { type Title, titles } from './titles.ts'

/** What the law asks of a post where the office has said nothing else; `article` is left out where only the document is known. */
export type TitleStandard = Citation & {
  titleCode: string
  requirement: Requirement
  /** Code of the requirement's list, "or better"; null for a field of study and for yearly hours. */
  level: string | null
  periods: number | null
}

type Rule = Citation & { of: (title: Title) => boolean; requirement: Requirement; level?: string; periods?: number }

const isCommuneOld = ({ code }: Title) => code.startsWith('X_') && !/_UV|KCT/.test(code)
const isCommuneNew = ({ code }: Title) => code.startsWith('P_') && !code.includes('_UV') && code !== 'P_CA'
const isDistrict = ({ code, isFullTime }: Title) => code.startsWith('H_') && isFullTime && !isService(code)
const isService = (code: string) => /^H_(SN|GV|VC|KT|VT)/.test(code)
const isCadre = ({ officialKind }: Title) => officialKind === 'CBX'
const isCivil = ({ officialKind }: Title) => officialKind === 'CCX' || officialKind === 'CC'
const isHead = ({ code, isLeader }: Title) => isLeader && !/_P[A-Z]+$|_PBTTT$/.test(code)
const isChief = ({ code }: Title) => /^[XPH]_(DU_P?BT|HU_P?BT(TT)?|HDND_CT|UBND_CT)$/.test(code)
const both =
  (...conditions: ((title: Title) => boolean)[]) =>
  (title: Title): boolean =>
    conditions.every((holds) => holds(title))
const not = (condition: (title: Title) => boolean) => (title: Title) => !condition(title)
/** Military and police commanders learn and are called up by rules of their own. */
const isForces = ({ block }: Title) => block === 'forces'

/** Written from memory or taken from a summary: nobody has laid it beside the original. */
const unseen = { source: null, verified: false } as const

const tt13 = { document: 'TT 13/2019/TT-BNV', from: '2019-12-25', to: '2023-08-01', ...unseen }
const nd33 = { document: 'NĐ 33/2023/NĐ-CP', from: '2023-08-01', to: '2025-07-01', ...unseen }
const qd04 = { document: 'QĐ 04/2004/QĐ-BNV', from: '2004-02-06', to: '2019-12-25', ...unseen }
const qd89 = { document: 'QĐ 89-QĐ/TW', from: '2017-08-04', to: '2020-01-02', ...unseen }
const qd214 = { document: 'QĐ 214-QĐ/TW', from: '2020-01-02', to: '2025-07-01', ...unseen }
const qd365 = { document: 'QĐ 365-QĐ/TW', from: '2025-08-30', to: null, ...unseen }
const law80 = { document: 'Luật 80/2025/QH15', from: '2025-07-01', to: null, ...unseen }
const nd101 = { document: 'NĐ 101/2017/NĐ-CP', from: '2017-10-21', to: '2025-07-01', ...unseen }
const defence = { document: 'NĐ 13/2014/NĐ-CP, NĐ 139/2020/NĐ-CP', article: 'Điều 2', from: '2014-04-08', source: 'S17', verified: false }
const schoolLaw = { document: 'Luật 43/2019/QH14', article: 'Điều 72', from: '2020-07-01', to: null, ...unseen }

const rules: readonly Rule[] = [
  // Commune officials to 30/6/2025: intermediate in the mountains at first, university from 2023 on (domain of NĐ 33/2023).
  { of: isCommuneOld, requirement: 'degree', level: 'TC', ...qd04 },
  { of: isCommuneOld, requirement: 'degree', level: 'TC', ...tt13 },
  { of: isCommuneOld, requirement: 'degree', level: 'DH', ...nd33 },
  { of: both(isCommuneOld, isCivil, not(isForces)), requirement: 'field', ...tt13 },
  { of: both(isCommuneOld, isCivil, not(isForces)), requirement: 'field', ...nd33 },
  { of: both(isCommuneOld, isCadre), requirement: 'theory', level: 'TC', ...qd04 },
  { of: both(isCommuneOld, isCadre), requirement: 'theory', level: 'TC', ...tt13 },
  { of: both(isCommuneOld, isCadre), requirement: 'theory', level: 'TC', ...nd33 },
  { of: both(isCommuneOld, isCivil, not(isForces)), requirement: 'state_management', level: 'CV', ...tt13 },
  { of: both(isCommuneOld, isCivil, not(isForces)), requirement: 'state_management', level: 'CV', ...nd33 },
  { of: both(isCommuneOld, isCivil), requirement: 'it', level: 'CB', ...tt13 },
  { of: isCommuneOld, requirement: 'defence', level: '4', ...defence, to: '2025-07-01' },

  // The district, to 30/6/2025.
  { of: isDistrict, requirement: 'degree', level: 'DH', ...qd89 },
  { of: isDistrict, requirement: 'degree', level: 'DH', ...qd214 },
  { of: both(isDistrict, isHead), requirement: 'theory', level: 'CC', ...qd89 },
  { of: both(isDistrict, isHead), requirement: 'theory', level: 'CC', ...qd214 },
  { of: both(isDistrict, ({ isLeader }) => isLeader, not(isHead)), requirement: 'theory', level: 'TC', ...qd89 },
  { of: both(isDistrict, ({ isLeader }) => isLeader, not(isHead)), requirement: 'theory', level: 'TC', ...qd214 },
  { of: both(isDistrict, isHead), requirement: 'state_management', level: 'CVC', ...nd101 },
  { of: both(isDistrict, not(isHead)), requirement: 'state_management', level: 'CV', ...nd101 },
  { of: both(isDistrict, isChief), requirement: 'defence', level: '2', ...defence, to: '2025-07-01' },
  { of: both(isDistrict, ({ isLeader }) => isLeader, not(isChief)), requirement: 'defence', level: '3', ...defence, to: '2025-07-01' },
  { of: both(isDistrict, ({ isLeader }) => !isLeader), requirement: 'defence', level: '4', ...defence, to: '2025-07-01' },

  // The commune since 1/7/2025.
  { of: isCommuneNew, requirement: 'degree', level: 'DH', ...law80 },
  { of: both(isCommuneNew, isCivil, not(isForces)), requirement: 'field', ...law80 },
  { of: both(isCommuneNew, isChief), requirement: 'theory', level: 'CC', ...qd365 },
  { of: both(isCommuneNew, ({ isLeader }) => isLeader, not(isChief)), requirement: 'theory', level: 'TC', ...qd365 },
  { of: both(isCommuneNew, isCivil, not(isForces)), requirement: 'state_management', level: 'CV', ...law80 },
  { of: both(isCommuneNew, ({ isLeader }) => isLeader), requirement: 'defence', level: '3', ...defence, from: '2025-07-01', to: null },
  { of: both(isCommuneNew, ({ isLeader }) => !isLeader), requirement: 'defence', level: '4', ...defence, from: '2025-07-01', to: null },

  // Schools and public service units.
  { of: ({ code }) => /^H_(SN|GV)/.test(code), requirement: 'degree', level: 'DH', ...schoolLaw },

  ...annualPacks.map((pack) => ({
    ...pack,
    of: ({ code, officialKind, isFullTime }: Title) => isFullTime && !isService(code) && officialKind !== 'KCT' && code !== 'P_CA',
    requirement: 'hours' as const,
  })),
]

/** Each only within the days on which its title exists; a title has one of a kind at a time. */
export const titleStandards: readonly TitleStandard[] = titles.flatMap((title) =>
  rules
    .filter(({ of }) => of(title))
    .map(({ of: _, level = null, periods = null, ...rule }) => ({
      ...rule,
      level,
      periods,
      titleCode: title.code,
      from: later(rule.from, title.from),
      to: earlier(rule.to, title.to),
    }))
    .filter(({ from, to }) => to === null || from < to),
)

export type TitleWeight = { titleCode: string; weight: number; from: string | null; to: string | null }

/** How much a post counts when not everybody can be sent, until the office says otherwise: the first in charge most. */
export const titleWeights: readonly TitleWeight[] = titles
  .map((title) => ({ titleCode: title.code, weight: weightOf(title), from: title.from, to: title.to }))
  .filter(({ weight }) => weight > 1)

function weightOf(title: Title): number {
  if (isChief(title)) return 8
  if (isHead(title)) return 5
  return title.isLeader ? 4 : 1
}

function later(one: string, other: string | null): string {
  return other !== null && other > one ? other : one
}

function earlier(one: string | null, other: string | null): string | null {
  return one === null || (other !== null && other < one) ? other : one
}
