import { demoUnitId } from './unit-id.ts'
import { newCommunes, type Site } from './sites.ts'

/** The bodies of a commune of 1/7/2025 in which the holders of its posts sit. */
const bodies: Record<string, readonly string[]> = {
  'Đảng ủy': ['p.bt', 'p.pbt'],
  'Ban Xây dựng Đảng': ['p.bxd', 'p.pbxd'],
  'Ủy ban Kiểm tra Đảng ủy': ['p.kt'],
  'HĐND và UBND': ['p.ct', 'p.ubpct', 'p.hdpct', 'p.hdtb', 'p.qs'],
  'Văn phòng HĐND và UBND': ['p.cvp', 'p.pvp'],
  'Trung tâm Phục vụ hành chính công': ['p.hcc', 'p.phcc'],
  'Ủy ban MTTQ': ['p.mttq', 'p.pmttq'],
}
const offices = ['Phòng Kinh tế', 'Phòng Văn hóa – Xã hội']
const specialists = [
  ...offices,
  'Văn phòng HĐND và UBND',
  'Ban Xây dựng Đảng',
  'Văn phòng Đảng ủy',
  ...offices,
  'Trung tâm Phục vụ hành chính công',
  'Ủy ban MTTQ',
  'Ủy ban Kiểm tra Đảng ủy',
]

/** The unit in which the so-many-th holder of a post of the body serves. */
export function unitOfSeat(site: Site, post: string, place: number): string {
  if (site.key === 'Phường Đội Cấn') return demoUnitId(site.key, '2020')
  if (site.group !== 'new-commune') return demoUnitId(site.key)
  return bodyUnit(bodyOf(post, place), site.key)
}

/** A body of a commune of 1/7/2025; where its bodies are not ours to know, the commune itself. */
export function bodyUnit(body: string, key: string): string {
  return isFurnished(key) ? demoUnitId(`${body} ${key.replace('Xã', 'xã')}`, '2025') : newCommuneUnit(key)
}

/** What a specialist's post is called in the body: 'Trưởng phòng Kinh tế'. */
export function officeOfSeat(site: Site, post: string, place: number): string | null {
  if (!isFurnished(site.key) || !['p.tp', 'p.ptp'].includes(post)) return null
  return bodyOf(post, place).replace('Phòng ', '')
}

/** Kiến Thiết went on unchanged; all others of 1/7/2025 are new units of their names. */
export function newCommuneUnit(key: string): string {
  return key === 'Xã Kiến Thiết' ? demoUnitId(key) : demoUnitId(key, '2025')
}

function bodyOf(post: string, place: number): string {
  const found = Object.entries(bodies).find(([, posts]) => posts.includes(post))?.[0]
  return found ?? (post === 'p.cv' ? specialists : offices)[place % (post === 'p.cv' ? specialists : offices).length] ?? 'HĐND và UBND'
}

function isFurnished(key: string): boolean {
  return newCommunes.some((name) => key === `Xã ${name}`)
}
