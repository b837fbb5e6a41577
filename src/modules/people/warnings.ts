import { registrationCodes } from '#law/provinces.ts'
import { secondmentPack } from '#law/secondment.ts'
import { addMonths } from '#lib/days.ts'
import { fromIso, highDay, lowDay, type PartialDate } from '#lib/partial-date.ts'
import { readPersonalId } from '#lib/personal-id.ts'
import { fold, isSameText } from '#lib/vietnamese-names.ts'
import type { Facts } from './file.contract.ts'

export type FileWarning = { code: string } & Record<string, unknown>

/** What someone should look at in a file; nothing here stops anyone. `isOpen` false leaves out what would tell a sensitive field. */
export function fileWarnings(known: Facts, closed: Facts, options: { today: string; isOpen: boolean }): FileWarning[] {
  const sensitive = options.isOpen ? [...identityWarnings(known), ...partyWarnings(known)] : []
  return [...spellingWarnings(known, closed), ...sensitive, ...birthWarnings(known), ...secondmentWarnings(known, options.today)]
}

/** 'Nguyễn Thị Hòa' and 'Nguyễn Thị Hoà' are one to a reader; 'Nguyễn Thị Hoa' is not. */
function spellingWarnings(known: Facts, closed: Facts): FileWarning[] {
  const name = known.profiles[0]?.fullName
  if (!name) return []
  const others = new Set(closed.profiles.map(({ fullName }) => fullName).filter((other) => other !== name))
  return [...others].map((other) => ({ code: 'two-spellings', name, other, same: isSameText(name, other) || fold(name) === fold(other) }))
}

function identityWarnings({ profiles, identities }: Facts): FileWarning[] {
  const profile = profiles[0]
  const birth = dateOf(profile?.birth ?? null)
  return identities
    .filter(({ kind }) => kind === 'cccd')
    .flatMap(({ number }): FileWarning[] => {
      const read = readPersonalId(number, { birth: birth ?? undefined, sex: profile?.sex ?? undefined, provinces: registrationCodes })
      return read.kind === 'refused' ? [{ code: read.why }] : read.warnings.map((code) => ({ code }))
    })
}

function partyWarnings({ profiles }: Facts): FileWarning[] {
  const [profile] = profiles
  const birth = dateOf(profile?.birth ?? null)
  const joined = dateOf(profile?.partyJoined ?? null)
  const official = dateOf(profile?.partyOfficial ?? null)
  const warnings: FileWarning[] = []
  if (joined && official && highDay(official) < addMonths(lowDay(joined), 12))
    warnings.push({ code: 'party-dates-order', joined: profile?.partyJoined, official: profile?.partyOfficial })
  if (birth && joined && highDay(joined) < addMonths(lowDay(birth), 18 * 12))
    warnings.push({ code: 'party-too-young', joined: profile?.partyJoined })
  return warnings
}

/** Nobody served, studied or was sent before the eighteenth year; such a date is a slip somewhere. */
function birthWarnings({ profiles, assignments, sendings }: Facts): FileWarning[] {
  const birth = dateOf(profiles[0]?.birth ?? null)
  if (!birth) return []
  const adultOn = addMonths(lowDay(birth), 16 * 12)
  const early = [...assignments.filter(({ fromKnown }) => fromKnown), ...sendings].filter(({ from }) => from !== null && from < adultOn)
  return early.map(({ from }) => ({ code: 'too-young', on: from }))
}

function secondmentWarnings({ secondments }: Facts, today: string): FileWarning[] {
  return secondments
    .filter(({ from, to }) => from !== null && (to ?? today) > addMonths(from, secondmentPack.months))
    .map(({ from, to }) => ({ code: 'secondment-long', from, to, months: secondmentPack.months, document: secondmentPack.document }))
}

function dateOf(text: string | null): PartialDate | null {
  return text === null ? null : fromIso(text)
}
