import { theoryModes, studyModes } from '#law/study-modes.ts'
import { isTrainingKind, trainingKinds } from '#law/training-kinds.ts'
import { commitmentMonths, trainingPacksOn } from '#law/training-packs.ts'
import { addDays, formatDay } from '#lib/days.ts'
import { formatPartialDate, fromIso } from '#lib/partial-date.ts'
import type { Annex, CallUpPaper, PaperFamily, PaperHead, SendingPaper, SigningPower, Signature } from '#modules/decisions/paper-data.ts'
import type { ClassRow } from './class.contract.ts'
import { monthsOfCourse } from './course.ts'

export type Listed = { name: string; birth: string | null; title: string | null; unit: string | null }
export type Issuing = {
  family: PaperFamily
  issuer: string
  /** The territory of the issuing body and the one above it, by their names of the day. */
  territory: string | null
  above: string | null
  /** A school or a centre stands under the committee of its territory. */
  isSubordinate: boolean
  code: string | null
  symbol: string
  issuedOn: string | null
  signer: string
  signerTitle: string
  subject: string
  /** The plan that the class fulfils, as it is to be cited. */
  plan: string | null
}

/** The decision that sends the listed people to the class. */
export function sendingPaper(of: ClassRow, people: readonly Listed[], by: Issuing): SendingPaper {
  const who = address(by.family)
  const count = String(people.length).padStart(2, '0')
  const body = by.family === 'party' ? 'Ban Tổ chức, các cấp ủy' : 'Cơ quan tham mưu về tổ chức cán bộ, thủ trưởng các cơ quan'
  return {
    ...headOf(of, by),
    subject: by.subject,
    articles: [
      `Cử ${count} ${who} có tên trong danh sách kèm theo ${courseText(of)}.`,
      `Các ${who} được cử đi học chấp hành nội quy, quy chế của cơ sở đào tạo, được hưởng chế độ theo quy định hiện hành và báo cáo kết quả học tập khi kết thúc khóa học.${commitmentText(of, by)}`,
      `${body}, đơn vị liên quan và các ${who} có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.`,
    ],
    annex: annexOf(of, people, `Danh sách ${by.family === 'party' ? 'cán bộ' : who} được cử đi học`),
    recipients: [
      by.family === 'party' ? 'Các cấp ủy, cơ quan, đơn vị liên quan' : 'Như Điều 3',
      of.institution ?? of.opener.vi,
      by.family === 'party' ? 'Lưu Văn phòng' : 'Lưu: VT',
    ],
  }
}

/** The letter that calls the listed people to the class. */
export function callUpPaper(of: ClassRow, people: readonly Listed[], by: Issuing): CallUpPaper {
  const last = of.closedOn && addDays(of.closedOn, -1)
  const items = [
    { label: 'Lớp', text: of.title },
    { label: 'Khai giảng', text: `ngày ${formatDay(of.openedOn)}` },
    ...(last && last !== of.openedOn
      ? [{ label: 'Thời gian', text: `từ ngày ${formatDay(of.openedOn)} đến hết ngày ${formatDay(last)}` }]
      : []),
    ...(of.place ? [{ label: 'Địa điểm', text: of.place }] : []),
    ...(of.institution ? [{ label: 'Đơn vị tổ chức', text: of.institution }] : []),
    ...(of.periods ? [{ label: 'Thời lượng', text: `${of.periods} tiết` }] : []),
  ]
  return {
    ...headOf(of, by),
    symbol: by.symbol.replace(/^QĐ/u, 'GTT'),
    // A decision's number is not the letter's.
    code: null,
    subject: `Triệu tập học viên lớp ${of.title}`,
    bases: [],
    to: ['Thủ trưởng các cơ quan, đơn vị liên quan', `Các ${address(by.family)} có tên trong danh sách kèm theo`],
    paragraphs: [`${by.issuer} triệu tập các ${address(by.family)} có tên trong danh sách kèm theo dự lớp học như sau:`],
    items,
    annex: annexOf(of, people, 'Danh sách học viên được triệu tập'),
    recipients: ['Như trên', by.family === 'party' ? 'Lưu Văn phòng' : 'Lưu: VT'],
  }
}

/** 'KT. Chủ tịch, Phó Chủ tịch' as the lines over the name. */
export function signatureOf(title: string, name: string): Signature {
  const found = /^(TM\.|KT\.|TL\.|TUQ\.|Q\.|T\/M|K\/T|T\/L)\s*(.+?)\s*,\s*(.+)$/u.exec(title.trim())
  if (!found) return { authority: null, of: null, second: null, title, name }
  const [, authority = '', of = '', own = ''] = found
  return { authority: powerOf(authority), of, second: null, title: own, name }
}

/** The Party's number has a dash, the State's a stroke. */
export function familyOf(code: string): PaperFamily {
  return /^\s*\d+[a-z]?\s*-/iu.test(code) ? 'party' : 'state'
}

function headOf(of: ClassRow, by: Issuing): PaperHead {
  const issuer = by.issuer.replace(/^UBND\b/u, 'Ủy ban nhân dân')
  return {
    superior: superiorOf(by),
    issuer,
    code: by.code,
    symbol: by.symbol,
    place: placeOf(by),
    issuedOn: by.issuedOn,
    year: Number((by.issuedOn ?? of.openedOn).slice(0, 4)),
    subject: by.subject,
    decider: deciderOf(issuer, by),
    bases: basesOf(of, by),
    signature: signatureOf(by.signerTitle, by.signer),
    recipients: [],
  }
}

function deciderOf(issuer: string, { family, signerTitle }: Issuing): string {
  if (family === 'party') return `Ban Thường vụ ${issuer}`
  if (issuer.startsWith('Ủy ban nhân dân')) return `Chủ tịch ${issuer}`
  const own = signatureOf(signerTitle, '')
  return `${own.authority === null ? own.title : (own.of ?? own.title)} ${issuer}`
}

function superiorOf({ family, above, territory, isSubordinate }: Issuing): string | null {
  if (family === 'party') return above && `Đảng bộ ${lowered(above)}`
  return isSubordinate && territory ? `Ủy ban nhân dân ${lowered(territory)}` : null
}

const kinds = '(?:Tỉnh|Thành phố|Huyện|Thị xã|Quận|Xã|Phường|Thị trấn|Đặc khu)'

/** 'xã Đồi Bắc' after a post; 'Phòng Nội vụ' keeps its capital. */
function inSentence(unit: string): string {
  return new RegExp(`^${kinds} `, 'u').test(unit) ? lowered(unit) : unit
}

/** 'Yên Sơn' of the district or the commune Yên Sơn. */
function placeOf({ territory, issuer }: Issuing): string {
  if (territory) return territory.replace(new RegExp(`^${kinds} `, 'iu'), '')
  return issuer.replace(new RegExp(`^(?:UBND|Ủy ban nhân dân|Huyện ủy|Thành ủy|Thị ủy|Tỉnh ủy|Đảng ủy)\\s+(?:${kinds}\\s+)?`, 'iu'), '')
}

function basesOf(of: ClassRow, { family, issuedOn, plan }: Issuing): string[] {
  const on = issuedOn ?? of.openedOn
  const law =
    family === 'party'
      ? ['Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ', ...(on >= '2025-08-29' && of.kind.startsWith('LLCT_') ? [theoryRule] : [])]
      : ['Căn cứ Luật Tổ chức chính quyền địa phương', on >= '2025-08-29' && of.kind.startsWith('LLCT_') ? theoryRule : trainingRule(on)]
  return [
    ...law,
    ...(plan ? [`Căn cứ ${plan}`] : []),
    family === 'party' ? 'Xét đề nghị của Ban Tổ chức' : 'Theo đề nghị của cơ quan tham mưu về tổ chức cán bộ',
  ]
}

const theoryRule = 'Căn cứ Quy định số 350-QĐ/TW ngày 29 tháng 8 năm 2025 của Ban Chấp hành Trung ương về đào tạo lý luận chính trị'

/** The rule on training in force on the day, as a paper cites it. */
export function trainingRule(on: string): string {
  return on < '2025-07-01'
    ? 'Căn cứ Nghị định số 101/2017/NĐ-CP ngày 01 tháng 9 năm 2017 của Chính phủ về đào tạo, bồi dưỡng cán bộ, công chức, viên chức'
    : 'Căn cứ Nghị định số 171/2025/NĐ-CP ngày 30 tháng 6 năm 2025 của Chính phủ quy định về đào tạo, bồi dưỡng công chức'
}

function courseText(of: ClassRow): string {
  const last = of.closedOn && addDays(of.closedOn, -1)
  const mode = modeName(of.mode)
  return [
    `đi học lớp ${of.title}`,
    mode ? `, hình thức ${mode.toLocaleLowerCase('vi')}` : '',
    ` tại ${of.institution ?? of.place ?? of.opener.vi}`,
    last ? `, từ ngày ${formatDay(of.openedOn)} đến hết ngày ${formatDay(last)}` : `, từ ngày ${formatDay(of.openedOn)}`,
  ].join('')
}

function commitmentText(of: ClassRow, by: Issuing): string {
  const on = by.issuedOn ?? of.openedOn
  const months = of.kind.startsWith('DT_SDH') ? monthsOfCourse({ startsOn: of.openedOn, endsOn: of.closedOn }) : null
  const owed = months === null ? null : commitmentMonths(months, on)
  const document = trainingPacksOn(on).postgraduate?.document
  return owed === null || !document
    ? ''
    : ` Sau khi tốt nghiệp, người được cử đi học phục vụ ít nhất ${owed} tháng theo cam kết và quy định tại ${document}.`
}

function annexOf(of: ClassRow, people: readonly Listed[], title: string): Annex {
  const course = isTrainingKind(of.kind) ? trainingKinds[of.kind].name.vi : of.kind
  return {
    title: `${title} lớp ${of.title}`,
    rows: people.map((one) => {
      const birth = fromIso(one.birth ?? '')
      return {
        fullName: one.name,
        bornOn: birth ? formatPartialDate(birth) : '',
        postAndUnit: [one.title, one.unit && inSentence(one.unit)].filter(Boolean).join(', '),
        course,
        className: of.title.startsWith(`${course} `) ? of.title.slice(course.length + 1) : of.title,
        notes: '',
      }
    }),
  }
}

function address(family: PaperFamily): string {
  return family === 'party' ? 'đồng chí' : 'cán bộ, công chức'
}

function modeName(mode: string | null): string | null {
  const modes: Record<string, { vi: string }> = { ...studyModes, ...theoryModes }
  return mode === null ? null : (modes[mode]?.vi ?? null)
}

function lowered(name: string): string {
  return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
}

const powers: readonly SigningPower[] = ['TM.', 'KT.', 'TL.', 'TUQ.', 'Q.', 'T/M', 'K/T', 'T/L']

function powerOf(text: string): SigningPower | null {
  return powers.find((power) => power === text) ?? null
}
