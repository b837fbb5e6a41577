import { aged, type Invented, inventor, isAged } from './invented-person.ts'
import { ageAt, monthOf, monthsFrom, plusDays, plusMonths, yearOf } from './calendar.ts'
import type { Random } from './random.ts'
import { type Post, postOf } from './posts.ts'
import { officeOfSeat, unitOfSeat } from './seat-units.ts'
import { type Site, sitesOfDistrict } from './sites.ts'

export type Act = 'first list' | 'recruitment' | 'appointment' | 'transfer' | 'rearrangement'
export type Spell = { site: Site; unit: string; text: string; post: Post; from: string; to: string | null; act: Act; decidedOn: string }
export type Official = {
  person: Invented
  spells: Spell[]
  seat: Seat | null
  /** Why and by when the last spell ended; null while serving. */
  left: { on: string; why: 'retired' | 'resigned' | 'early retirement' | 'called to the province'; decidedOn: string } | null
}
export type Seat = { site: Site; unit: string; text: string; post: Post; holder: Official | null; vacantSince: string }

export type World = {
  random: Random
  invent: ReturnType<typeof inventor>
  officials: Official[]
  seats: Map<Site, Seat[]>
}

export const firstDay = '2005-01-01'

/** The district's posts on 1/1/2005, each with its holder. */
export function founding(random: Random): World {
  const world: World = { random, invent: inventor(random), officials: [], seats: new Map() }
  for (const site of sitesOfDistrict()) openSite(world, site, firstDay)
  for (const seat of [...world.seats.values()].flat()) {
    const [least, most] = seat.post.rank >= 2 ? [34, 54] : seat.post.newcomers[0] >= 40 ? [42, 54] : [seat.post.newcomers[0], 53]
    const official = newcomer(world, seat, firstDay, [least, most])
    sit(official, seat, { from: firstDay, act: 'first list', decidedOn: '2005-01-05' })
  }
  return world
}

export function openSite(world: World, site: Site, on: string): Seat[] {
  const seats = site.seats.flatMap(([key, count]) =>
    Array.from({ length: count }, (_, place): Seat => ({
      site,
      unit: unitOfSeat(site, key, place),
      text: textOf(site, key, place),
      post: postOf(key),
      holder: null,
      vacantSince: on,
    })),
  )
  world.seats.set(site, seats)
  return seats
}

/** 'Trưởng phòng Nội vụ': heads of offices are called by their office. */
function textOf(site: Site, key: string, place: number): string {
  const field = ['h.tp', 'h.ptp', 'h.ban', 'h.pban'].includes(key) ? site.field : officeOfSeat(site, key, place)
  const { text } = postOf(key)
  if (!field) return text
  return text.endsWith('ban') ? `${text.replace(/ban$/, 'Ban')} ${field}` : `${text} ${field}`
}

/** Lives through the months between the two days. */
export function liveThrough(world: World, from: string, to: string): void {
  for (const month of monthsFrom(from, to)) {
    endService(world, month)
    if (monthOf(month) === 7) renewYouth(world, month)
    if (monthOf(month) === 8) exchangeTeachers(world, month)
    if (isCongressMonth(month)) exchangeLeaders(world, month)
    fillVacancies(world, month)
  }
}

function endService(world: World, month: string): void {
  const next = plusMonths(month, 1)
  for (const seat of allSeats(world)) {
    const { holder } = seat
    if (!holder) continue
    // Retirement is decided some weeks before the first day of it.
    if (holder.person.retiresOn <= next) {
      leave(holder, {
        on: holder.person.retiresOn < next ? next : holder.person.retiresOn,
        why: 'retired',
        decidedOn: plusDays(month, world.random.whole(2, 20)),
      })
      continue
    }
    if (world.random.chance(0.0005)) leave(holder, { on: next, why: 'resigned', decidedOn: plusDays(month, world.random.whole(4, 20)) })
  }
}

/** Congress years shift secretaries and chairs between communes. */
function isCongressMonth(month: string): boolean {
  return ['2010-06', '2015-06', '2020-06'].includes(month.slice(0, 7))
}

function exchangeLeaders(world: World, month: string): void {
  for (const key of ['bt', 'ct', 'ubpct']) {
    const settled = allSeats(world).filter(
      (seat) => seat.post.key === key && seat.holder && hasServed(seat.holder, month, 24) && isManaged(seat.site, month),
    )
    exchangePairs(world, settled, 0.3, month)
  }
}

function exchangeTeachers(world: World, month: string): void {
  for (const key of ['s.gv', 's.pht', 's.ht']) {
    const settled = allSeats(world).filter(
      (seat) =>
        seat.post.key === key &&
        seat.site.group === 'school' &&
        seat.holder &&
        hasServed(seat.holder, month, 36) &&
        isManaged(seat.site, month),
    )
    exchangePairs(world, settled, key === 's.gv' ? 0.03 : 0.1, month)
  }
}

function exchangePairs(world: World, seats: Seat[], share: number, month: string): void {
  const chosen = world.random.shuffled(seats).slice(0, Math.floor(seats.length * share))
  for (let at = 0; at + 1 < chosen.length; at += 2) {
    const [one, other] = [chosen[at], chosen[at + 1]]
    if (one && other) exchange(one, other, { from: plusDays(month, 14), act: 'transfer', decidedOn: plusDays(month, 8) })
  }
}

/** Youth secretaries past 35 give way to a young civil servant of the commune. */
function renewYouth(world: World, month: string): void {
  for (const seat of allSeats(world)) {
    if (seat.post.key !== 'dtn' || !seat.holder || ageAt(seat.holder.person.birth, month) < 35) continue
    const young = (world.seats.get(seat.site) ?? []).filter(
      ({ post, holder }) =>
        post.rank === 0 && post.key !== 'qs' && holder && isAged(holder.person, month, 22, 30) && hasServed(holder, month, 12),
    )
    if (young.length > 0)
      exchange(seat, world.random.pick(young), { from: plusDays(month, 11), act: 'appointment', decidedOn: plusDays(month, 6) })
  }
}

function fillVacancies(world: World, month: string): void {
  const vacant = allSeats(world).filter((seat) => !seat.holder && seat.vacantSince <= month)
  for (const seat of vacant.toSorted((one, other) => other.post.rank - one.post.rank)) {
    // Some wait a while; a school is filled before its year begins.
    if (seat.post.rank === 0 && monthOf(month) !== 8 && world.random.chance(0.55)) continue
    fill(world, seat, month)
  }
}

/** From the same body, else from one like it, else from outside; whoever moves leaves a place to fill next month. */
function fill(world: World, seat: Seat, month: string): void {
  // Recruits of a month are appointed by one paper.
  const decidedOn = plusDays(month, seat.post.rank === 0 ? 7 : world.random.whole(1, 14))
  const act = { from: plusDays(decidedOn, world.random.whole(1, 6)), act: 'appointment' as const, decidedOn }
  const own = candidates(world.seats.get(seat.site) ?? [], seat, month)
  const wider =
    seat.post.rank >= 2 && (own.length === 0 || world.random.chance(0.15)) ? candidates(siblings(world, seat, month), seat, month) : []
  const from = wider.length > 0 ? wider : own
  const best = from.length > 0 ? world.random.pick(from.slice(0, 3)) : undefined
  if (best?.holder) return move(best.holder, seat, act)
  const official = newcomer(world, seat, act.from, seat.post.rank >= 2 ? [30, 45] : seat.post.newcomers)
  sit(official, seat, { ...act, act: 'recruitment' })
}

/** Holders of the feeding posts who have served long enough and have years left, the preferred post first. */
function candidates(seats: Seat[], wanted: Seat, month: string): Seat[] {
  const { feeders, sex, rank } = wanted.post
  const grade = (seat: Seat): number => {
    const place = feeders.indexOf(seat.post.key)
    return place >= 0 ? place : 20
  }
  return seats
    .filter(
      ({ post, holder }) =>
        holder !== null &&
        (feeders.includes(post.key) || (feeders.length > 0 && post.rank === 0 && rank <= 2 && post.key !== 'qs')) &&
        (sex === undefined || holder.person.sex === sex) &&
        hasServed(holder, month, rank >= 2 ? 24 : 18) &&
        holder.person.retiresOn > plusMonths(month, 60) &&
        (rank < 1 || holder.person.partyJoined !== null),
    )
    .toSorted((one, other) => grade(one) - grade(other))
}

/** Seats of bodies like this one, under the same management. */
function siblings(world: World, wanted: Seat, month: string): Seat[] {
  const likes = allSeats(world).filter(
    ({ site }) => site !== wanted.site && isLike(site, wanted.site) && isManaged(site, month) === isManaged(wanted.site, month),
  )
  return world.random.shuffled(likes).slice(0, 400)
}

function isLike(one: Site, other: Site): boolean {
  if (one.group === 'school' || other.group === 'school') return one.key.split(' ', 3)[1] === other.key.split(' ', 3)[1]
  if (one.group === 'new-commune' || other.group === 'new-commune') return one.group === other.group
  return true
}

/** Whether the body still belongs to the district on the day: three communes left on 1/1/2020. */
export function isManaged(site: Site, day: string): boolean {
  return day < '2020-01-01' || !['Kim Phú', 'Phú Lâm', 'Tân Bình'].includes(site.commune ?? '')
}

function newcomer(world: World, { post, site }: Seat, on: string, [least, most]: readonly [number, number]): Official {
  const isFemale = post.sex === 'female' || (post.sex === undefined && world.random.chance(shareOfWomen(site)))
  const limit = isFemale ? 53 : 57
  const person = world.invent({
    ...aged(on, Math.min(least, limit - 2), Math.min(most, limit)),
    sex: isFemale ? 'female' : 'male',
    partyShare: post.partyShare,
    home: site.commune ? `Xã ${site.commune}` : `Xã ${world.random.pick(['Thắng Quân', 'Trung Môn', 'Kim Phú', 'Tứ Quận', 'Hoàng Khai'])}`,
    by: on,
  })
  const official: Official = { person, spells: [], seat: null, left: null }
  world.officials.push(official)
  return official
}

function shareOfWomen(site: Site): number {
  if (site.key.includes('Mầm non')) return 1
  if (site.group === 'school') return 0.68
  return site.group === 'office' ? 0.42 : 0.38
}

type How = { from: string; act: Act; decidedOn: string }

export function sit(official: Official, seat: Seat, how: How): void {
  seat.holder = official
  official.seat = seat
  official.spells.push({ site: seat.site, unit: seat.unit, text: seat.text, post: seat.post, to: null, ...how })
}

export function rise(official: Official, on: string): void {
  const last = official.spells.at(-1)
  if (last) last.to = on
  if (official.seat) Object.assign(official.seat, { holder: null, vacantSince: on })
  official.seat = null
}

function move(official: Official, seat: Seat, how: How): void {
  rise(official, how.from)
  sit(official, seat, how)
}

function exchange(one: Seat, other: Seat, how: How): void {
  const [first, second] = [one.holder, other.holder]
  if (!first || !second) return
  rise(first, how.from)
  rise(second, how.from)
  sit(first, other, how)
  sit(second, one, how)
}

export function leave(official: Official, left: NonNullable<Official['left']>): void {
  rise(official, left.on)
  official.left = left
}

export function hasServed(official: Official, day: string, months: number): boolean {
  const since = official.spells.at(-1)?.from ?? day
  return plusMonths(since, months) <= day
}

/** The township's people become the ward's on the day it passes to the city. */
export function passToTheWard(world: World, on: string): void {
  for (const [site, seats] of world.seats) {
    if (site.key !== 'Thị trấn Tân Bình') continue
    world.seats.delete(site)
    const successors = openSite(world, { ...site, key: 'Phường Đội Cấn' }, on)
    seats.forEach(({ holder }, at) => {
      const seat = successors[at]
      if (!holder || !seat) return
      rise(holder, on)
      sit(holder, seat, { from: on, act: 'rearrangement', decidedOn: '2019-12-20' })
    })
  }
}

export function allSeats(world: World): Seat[] {
  return [...world.seats.values()].flat()
}

export function spellOn(official: Official, day: string): Spell | undefined {
  return official.spells.find(({ from, to }) => from <= day && (to === null || day < to))
}

/** Years of service; those of the first list are taken to have begun at 24. */
export function servedYears({ person, spells }: Official, day: string): number {
  const [first] = spells
  if (!first) return 0
  return yearOf(day) - (first.act === 'first list' ? Math.min(yearOf(person.birth) + 24, yearOf(first.from)) : yearOf(first.from))
}
