import { levelName } from '#law/qualifications.ts'
import { isRequirement, requirements } from '#law/requirements.ts'
import type { Bilingual } from '#lib/language.ts'
import { formatDay } from '#lib/days.ts'
import type { NeedRow } from './need.contract.ts'
import type { NeedOrigin, UrgencyWhy } from './need.ts'

export const originWords: Record<NeedOrigin, Bilingual> = {
  standard: { vi: 'Chuẩn chức danh', en: 'Standard of the post' },
  expiry: { vi: 'Chứng chỉ hết hạn', en: 'Certificate expires' },
  hours: { vi: 'Chưa đủ tiết trong năm', en: 'Periods of the year' },
  added: { vi: 'Đơn vị đề nghị', en: 'Added by the unit' },
  applied: { vi: 'Tự đăng ký', en: 'Own application' },
}

export const urgencyWords: Record<1 | 2 | 3, Bilingual> = {
  3: { vi: 'Cần ngay', en: 'Pressing' },
  2: { vi: 'Trong năm', en: 'This year' },
  1: { vi: 'Khi có chỗ', en: 'As seats allow' },
}

const urgencyWhyWords: Record<UrgencyWhy, Bilingual> = {
  lapses: { vi: 'hết hạn trước khi kịp học', en: 'expires before a course could end' },
  leads: { vi: 'giữ chức vụ lãnh đạo', en: 'holds a leading post' },
  heavy: { vi: 'chức danh trọng số cao', en: 'a post of great weight' },
  standard: { vi: 'thiếu so với chuẩn', en: 'short of the standard' },
  expires: { vi: 'hết hạn trong năm', en: 'expires in the year' },
  'year-ends': { vi: 'sắp hết năm', en: 'the year is ending' },
  added: { vi: 'đơn vị đề nghị', en: 'asked by the unit' },
  'other-field': { vi: 'chỉ bằng khác ngành mới đáp ứng', en: 'only another degree would meet it' },
  hours: { vi: 'mọi khóa đều tính', en: 'any course counts' },
  applied: { vi: 'chưa có ý kiến đơn vị', en: 'the unit has not spoken yet' },
  'serves-short': { vi: 'còn dưới 2 năm công tác sau khóa học', en: 'under 2 years of service after the course' },
}

const unverified: Bilingual = { vi: ' (chưa đối chiếu bản gốc)', en: ' (not checked against the original)' }

/** Why the need is one: 'Chuyên viên: trung cấp (lý luận chính trị)'. */
export function needWhy(need: NeedRow): Bilingual {
  const { origin, reason, titleText, found, expiresOn } = need
  if (origin === 'hours') return { vi: `Mới học ${found ?? 0} tiết trong năm`, en: `${found ?? 0} periods completed in the year` }
  if (origin === 'added' || origin === 'applied') return { vi: reason ?? '', en: reason ?? '' }
  const asked = askedText(need)
  if (origin === 'expiry' && expiresOn)
    return { vi: `${asked.vi} hết hạn ${formatDay(expiresOn)}`, en: `${asked.en} expires on ${formatDay(expiresOn)}` }
  return { vi: `${titleText}: ${asked.vi}`, en: `${titleText}: ${asked.en}` }
}

/** Where the rule stands: 'QĐ 350-QĐ/TW, Điều 5 (chưa đối chiếu bản gốc)'; empty where no rule makes the need. */
export function ruleText({ rule }: Pick<NeedRow, 'rule'>): Bilingual {
  if (!rule) return { vi: '', en: '' }
  const place = [rule.document, rule.article].filter(Boolean).join(', ')
  return rule.verified ? { vi: place, en: place } : { vi: place + unverified.vi, en: place + unverified.en }
}

export function urgencyText({ urgency, urgencyWhy }: Pick<NeedRow, 'urgency' | 'urgencyWhy'>): Bilingual {
  const level = urgencyWords[urgency as 1 | 2 | 3] // the reply's numbers are these three
  const why = urgencyWhyWords[urgencyWhy as UrgencyWhy]
  return { vi: `${level.vi}: ${why.vi}`, en: `${level.en}: ${why.en}` }
}

/** What stands of the need: who struck it and why, or when the person retires; empty for an open one. */
export function standingText({ struck, excluded, retiresOn }: Pick<NeedRow, 'struck' | 'excluded' | 'retiresOn'>): Bilingual {
  if (struck) return { vi: `Đã gạch (${struck.by}): ${struck.reason}`, en: `Struck (${struck.by}): ${struck.reason}` }
  if (!excluded || !retiresOn) return { vi: '', en: '' }
  return { vi: `Nghỉ hưu ${formatDay(retiresOn)}, trước khi học xong`, en: `Retires on ${formatDay(retiresOn)}, before the course ends` }
}

function askedText({ requirement, level }: NeedRow): Bilingual {
  const named = requirement && isRequirement(requirement) ? requirements[requirement] : { vi: requirement ?? '', en: requirement ?? '' }
  if (level === null || requirement === null) return { vi: lowered(named.vi), en: lowered(named.en) }
  const { vi, en } = levelName(requirement, level)
  return { vi: `${lowered(vi)} (${lowered(named.vi)})`, en: `${lowered(en)} (${lowered(named.en)})` }
}

function lowered(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
