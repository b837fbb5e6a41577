import { cleanText, fold, inProperCase, isInCapitals } from '#lib/vietnamese-names.ts'
import { remembering } from '#lib/remember.ts'
import type { UnitReading } from '../candidate.ts'

const bodies =
  'ubnd|uỷ ban nhân dân|ủy ban nhân dân|hđnd|hội đồng nhân dân|hđnd và ubnd|hđnd-ubnd|đảng ủy|đảng uỷ|đảng bộ|chi bộ|đu|ubmttq|ub mttq|ủy ban mttq|uỷ ban mttq|mttq|mặt trận tổ quốc|hội lhpn|hội liên hiệp phụ nữ|hội nông dân|hội ccb|hội cựu chiến binh|đoàn thanh niên|đoàn tn|đoàn tncs hcm|công an|ban chqs|bchqs|huyện ủy|huyện uỷ|thành ủy|đơn vị|cơ quan'
const kinds: Record<string, string> = {
  xã: 'xã',
  x: 'xã',
  phường: 'phường',
  p: 'phường',
  'thị trấn': 'thị trấn',
  tt: 'thị trấn',
  'đặc khu': 'đặc khu',
  huyện: 'huyện',
  'thành phố': 'thành phố',
  tp: 'thành phố',
  'thị xã': 'thị xã',
  tỉnh: 'tỉnh',
}
const kindWords = 'xã|phường|thị trấn|thị xã|đặc khu|huyện|thành phố|tỉnh|tt\\.?|tp\\.?|x\\.|p\\.'
const whole = new RegExp(`^(?:(${bodies})\\s*:?\\s*)?(?:(${kindWords})\\s*)?(.*)$`, 'iu')

/** 'UBND xã Tứ Quận', 'XÃ TỨ QUẬN' and 'Tứ Quận' are one name; schools and offices are their whole text. */
export const readUnit: (written: string) => UnitReading = remembering((written) => {
  const text = cleanText(written).replace(/[.,;:]+$/, '')
  // A hamlet or a cell is no unit of the register: the commune said after it is.
  const commune = /^(?:chi bộ|thôn|xóm|bản|tổ|tdp|khu)\s.*[,\s–-]\s*((?:xã|phường|thị trấn)\s+\S.*)$/iu.exec(text)?.[1]
  if (commune !== undefined) return { ...readUnit(commune), text }
  const [, body, kind, rest] = whole.exec(text) ?? []
  const kindKey = kind?.toLowerCase().replace('.', '')
  const name = (rest ?? '').split(/\s*[,(]|\s+(?:huyện|tỉnh|thành phố)\s/iu)[0]?.trim() ?? ''
  const isCentre =
    kindKey === 'tt' &&
    /^(?:văn hóa|vh|giáo dục|gd|y tế|dịch vụ|dv|bồi dưỡng|bd|chính trị|hành chính|phục vụ|khuyến|truyền thông|dân số)/iu.test(name)
  if (body === undefined && (kind === undefined || isCentre || /^hội(?!\p{L})/iu.test(name)))
    return { text, body: null, kind: null, name: inProper(text) }
  return { text, body: body ?? null, kind: kindKey === undefined ? null : (kinds[kindKey] ?? null), name: inProper(name) }
})

/** Whether a section row, a title or a sheet's name names a unit rather than a group of people. */
export function isUnitText(text: string): boolean {
  const words = fold(text)
  const isPlace =
    /^(?:(?:ubnd|hdnd|dang uy|dang bo|chi bo|cong an|don vi)\s*:?\s*)?(?:xa|phuong|thi tran|tt\.?|dac khu|huyen|thi xa)\s+\S/.test(words) &&
    !words.startsWith('xa hoi')
  return (
    isPlace ||
    /^(?:phong|ban|van phong|trung tam|truong|hat|chi cuc|toa an|vien kiem sat|cong an|benh vien|tram|hoi|doan|uy ban|huyen doan|lien doan|thanh tra|co quan|ubnd|hdnd|dang uy|mttq|huyen uy)\b/.test(
      words,
    )
  )
}

/** Words that head a group of people, not a unit. */
export function isGroupText(text: string): boolean {
  return /^(?:can bo|cong chuc|vien chuc|khoi|nhom|nam|nu|dien|doi tuong|lanh dao|chuyen trach|khong chuyen trach|nguoi hoat dong|hop dong|cap |co cau|muc |phan |tong |trong do|dang vien|nhan vien)\b/.test(
    fold(text),
  )
}

/** 'Bí thư Đảng ủy xã Tứ Quận' is a post and a commune; 'Giáo viên, Trường THCS Tứ Quận' a post and a school. */
export function splitPostAndUnit(written: string): { post: string; unit: string | null } {
  const text = cleanText(written)
  const commune = /^(.*\S)[\s,;-]+((?:xã|phường|thị trấn|tt\.?|đặc khu)\s+\p{Lu}[^,;]*)$/u.exec(text)
  if (commune?.[1] !== undefined && commune[2] !== undefined) return { post: trimmed(commune[1]), unit: commune[2] }
  const parted =
    /^(.+?)\s*[,;–]\s*((?:Trường|Phòng|Ban|Trung tâm|TT|Văn phòng|UBND|Đảng ủy|Hội|Chi cục|Hạt|Công an|Cơ quan|Xã|Phường|Thị trấn|Huyện)\s.*)$/iu.exec(
      text,
    )
  if (parted?.[1] !== undefined && parted[2] !== undefined) return { post: parted[1], unit: parted[2] }
  const office = /^(.+?)\s+((?:Trường|Phòng|Trung tâm|Chi cục|Hạt|Ban|phòng|trường|ban|trung tâm)\s+\p{Lu}.*)$/u.exec(text)
  if (office?.[1] !== undefined && office[2] !== undefined) {
    const own = office[2].split(' ')[0] ?? ''
    const isHead = /(?:trưởng|phó|giám đốc)$/iu.test(office[1])
    return { post: isHead ? `${office[1]} ${own}` : office[1], unit: capital(office[2]) }
  }
  return { post: text, unit: null }
}

function trimmed(post: string): string {
  return post.replace(/[\s,;–-]+$/u, '')
}

function inProper(text: string): string {
  return isInCapitals(text) && text.length > 4 ? inProperCase(text) : text
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
