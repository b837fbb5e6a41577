import { ageAt } from './calendar.ts'
import { leave, type Official, openSite, rise, type Seat, sit, type World } from './careers.ts'
import { newCommunes, newCommuneSite } from './sites.ts'

export const endOfDistrict = '2025-07-01'
const decidedOn = '2025-06-20'

/** Where the people of each commune went on 1/7/2025; what only part of passed on is settled by decision. */
const joined: Record<string, string> = {
  'Xã Yên Sơn': 'Thắng Quân|Tứ Quận|Lang Quán|Chân Sơn',
  'Xã Lực Hành': 'Quí Quân|Chiêu Yên|Lực Hành',
  'Xã Xuân Vân': 'Trung Trực|Phúc Ninh|Xuân Vân',
  'Xã Hùng Lợi': 'Trung Minh|Hùng Lợi',
  'Xã Trung Sơn': 'Đạo Viện|Công Đa|Trung Sơn',
  'Xã Tân Long': 'Tân Tiến|Tân Long',
  'Xã Thái Bình': 'Phú Thịnh|Tiến Bộ|Thái Bình',
  'Xã Nhữ Khê': 'Nhữ Hán|Đội Bình|Nhữ Khê',
  'Xã Kiến Thiết': 'Kiến Thiết',
  'Xã Tân Trào': 'Kim Quan',
  'Phường Mỹ Lâm': 'Mỹ Bằng|Phú Lâm|Kim Phú',
  'Phường Minh Xuân': 'Trung Môn',
  'Phường An Tường': 'Hoàng Khai',
  'Phường Bình Thuận': 'Tân Bình',
}

/** The new commune that a commune of the district came to be part of. */
export function communeAfter(name: string): string {
  const found = Object.entries(joined).find(([, names]) => names.split('|').includes(name))
  return found?.[0] ?? 'Xã Yên Sơn'
}

/** The district and its communes end; every official gets a post in a new commune, retires early, or leaves the district's books. */
export function endTheDistrict(world: World): void {
  const pools = new Map(Object.keys(joined).map((key) => [key, [] as Official[]]))
  for (const [site, seats] of world.seats) {
    if (site.group === 'school') continue
    for (const official of seats.flatMap(({ holder }) => holder ?? [])) {
      if (goes(world, official)) continue
      const key = site.commune ? communeAfter(site.commune) : world.random.weighted(sizes)
      pools.get(key)?.push(official)
    }
    world.seats.delete(site)
  }
  for (const [key, pool] of pools) settle(world, key, pool)
}

const sizes = newCommunes.map((name) => [`Xã ${name}`, (joined[`Xã ${name}`] ?? '').split('|').length + 1] as const)

/** Many of those near retirement went early; some were called to the province. */
function goes(world: World, official: Official): boolean {
  const age = ageAt(official.person.birth, endOfDistrict)
  const isLeaving = age >= 54 ? world.random.chance(0.55) : age >= 48 && world.random.chance(0.18)
  const isCalled = !isLeaving && official.seat?.site.group !== 'commune' && world.random.chance(0.12)
  if (isLeaving) leave(official, { on: endOfDistrict, why: 'early retirement', decidedOn })
  if (isCalled) leave(official, { on: endOfDistrict, why: 'called to the province', decidedOn })
  return isLeaving || isCalled
}

/** The highest take the leading posts, each by what it asks; all others are specialists. */
function settle(world: World, key: string, pool: Official[]): void {
  const communes = (joined[key] ?? '').split('|')
  const isOurs = newCommunes.some((name) => `Xã ${name}` === key)
  const site = newCommuneSite(key, communes.length, isOurs ? 'whole' : 'part')
  const waiting = pool.toSorted((one, other) => standing(other) - standing(one))
  const specialists = Math.max(
    site.seats.find(([post]) => post === 'p.cv')?.[1] ?? 0,
    waiting.length - site.seats.reduce((sum, [post, count]) => sum + (post === 'p.cv' ? 0 : count), 0),
  )
  const seats = openSite(
    world,
    { ...site, seats: site.seats.map(([post, count]) => [post, post === 'p.cv' ? specialists : count] as const) },
    endOfDistrict,
  )
  for (const seat of seats.toSorted((one, other) => other.post.rank - one.post.rank)) {
    const index = waiting.findIndex((official) => suits(official, seat))
    const [official] = index < 0 ? [] : waiting.splice(index, 1)
    if (!official) continue
    rise(official, endOfDistrict)
    sit(official, seat, { from: endOfDistrict, act: 'rearrangement', decidedOn })
  }
}

function standing(official: Official): number {
  const seat = official.seat
  return (seat?.post.rank ?? 0) + (seat?.site.group === 'office' ? 0.5 : 0)
}

function suits({ person, seat }: Official, { post }: Seat): boolean {
  if (post.key === 'p.qs') return seat?.post.key === 'qs'
  if (post.rank > 0 && (person.partyJoined === null || person.retiresOn < '2027-07-01')) return false
  return post.sex === undefined || post.sex === person.sex
}
