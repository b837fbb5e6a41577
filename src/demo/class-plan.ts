import { dayOf, plusDays, workingDay } from './calendar.ts'
import type { Random } from './random.ts'
import { newCommunes, staying } from './sites.ts'

export type PlannedClass = {
  kind: 'LLCT_SC' | 'BD_CD' | 'BD_XDD' | 'BD_DT'
  title: string
  on: string
  closedOn: string
  learners: number
  /** Known only by its head count. */
  isCounted: boolean
  /** Communes its learners come from. */
  communes: readonly string[]
  /** The commune whose political centre opens it, from September 2025 on. */
  opener: string | null
  place: string
}

/** The account of 2015–2020: 34 classes of theory with over 2,000 trainees, 234 thematic ones with over 38,000. */
export const classesOfTerm = { LLCT_SC: { classes: 34, learners: 2014 }, BD_CD: { classes: 234, learners: 38_206 } } as const

const themes = [
  'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'Quán triệt nghị quyết của Trung ương, của Tỉnh ủy',
  'Kỹ năng tuyên truyền miệng và công tác dân vận khéo',
  'Xây dựng nông thôn mới và vai trò của đảng viên',
  'Phòng, chống suy thoái, tự diễn biến, tự chuyển hóa',
  'Công tác kiểm tra, giám sát của chi bộ',
  'Giữ gìn bản sắc văn hóa các dân tộc trong giai đoạn mới',
  'Phát triển kinh tế nông, lâm nghiệp gắn với chế biến',
  'Cải cách hành chính và đạo đức công vụ',
  'Chuyển đổi số trong hoạt động của chi bộ',
] as const
const party = [
  'Bồi dưỡng nghiệp vụ công tác đảng cho bí thư chi bộ, cấp ủy viên',
  'Bồi dưỡng đảng viên mới',
  'Nghiệp vụ công tác kiểm tra, giám sát',
] as const
const masses = [
  'Nghiệp vụ công tác Mặt trận ở khu dân cư',
  'Nghiệp vụ công tác Hội Phụ nữ cơ sở',
  'Nghiệp vụ công tác Hội Nông dân cơ sở',
  'Nghiệp vụ công tác Đoàn ở thôn',
] as const

/** Every class from 2013 to the autumn of 2026, in the order of their days. */
export function plannedClasses(random: Random): PlannedClass[] {
  const plan: PlannedClass[] = []
  const rows = (kind: PlannedClass['kind'], total: { classes: number; learners: number }, first: number, last: number) =>
    plan.push(...spread(random, kind, total, first, last))
  rows('BD_CD', { classes: 30, learners: 4640 }, 2013, 2014)
  rows('LLCT_SC', { classes: 8, learners: 466 }, 2013, 2014)
  rows('LLCT_SC', classesOfTerm.LLCT_SC, 2015, 2020)
  rows('BD_CD', classesOfTerm.BD_CD, 2015, 2020)
  rows('BD_XDD', { classes: 14, learners: 1036 }, 2015, 2020)
  rows('BD_DT', { classes: 8, learners: 531 }, 2015, 2020)
  rows('LLCT_SC', { classes: 18, learners: 1032 }, 2021, 2024)
  rows('BD_CD', { classes: 104, learners: 13_120 }, 2021, 2024)
  rows('BD_XDD', { classes: 9, learners: 640 }, 2021, 2024)
  for (const name of newCommunes) plan.push(...ofCommuneCentre(random, name))
  return plan.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

function spread(
  random: Random,
  kind: PlannedClass['kind'],
  { classes, learners }: { classes: number; learners: number },
  first: number,
  last: number,
): PlannedClass[] {
  const sizes = sizesOf(random, classes, learners)
  const years = last - first + 1
  return sizes.map((size, at) => {
    const year = first + Math.floor((at * years) / classes)
    const on = workingDay(dayOf(year, random.pick([3, 4, 5, 6, 7, 8, 9, 10, 11]), random.whole(3, 24)))
    const communes = cluster(random, kind === 'BD_CD' ? 3 : 5)
    // Of the first years some lists of learners are lost: only how many there were is known.
    const isCounted = year < 2015 || (kind === 'BD_CD' && year === 2015 && at % 2 === 0)
    return {
      kind,
      title: titleOf(random, kind, on, communes),
      on,
      closedOn: plusDays(on, daysOf(kind)),
      learners: size,
      isCounted,
      communes,
      opener: null,
      place: kind === 'BD_CD' ? `Hội trường UBND xã ${communes[0] ?? ''}` : 'Trung tâm Bồi dưỡng chính trị huyện',
    }
  })
}

/** So many sizes around the mean with exactly that sum. */
function sizesOf(random: Random, classes: number, learners: number): number[] {
  const mean = Math.floor(learners / classes)
  const sizes = Array.from({ length: classes }, () => mean + random.whole(-Math.floor(mean / 8), Math.floor(mean / 8)))
  for (let rest = learners - sizes.reduce((sum, size) => sum + size, 0), at = 0; rest !== 0; at = (at + 1) % classes) {
    sizes[at] = (sizes[at] ?? mean) + Math.sign(rest)
    rest -= Math.sign(rest)
  }
  return sizes
}

/** A few neighbours on the list of communes. */
function cluster(random: Random, size: number): string[] {
  const first = random.whole(0, staying.length - 1)
  return Array.from({ length: size }, (_, at) => staying[(first + at) % staying.length] ?? 'Tứ Quận')
}

function titleOf(random: Random, kind: PlannedClass['kind'], on: string, communes: readonly string[]): string {
  const year = on.slice(0, 4)
  if (kind === 'LLCT_SC') return `Lớp sơ cấp lý luận chính trị năm ${year}`
  if (kind === 'BD_CD') return `${random.pick(themes)} (cụm ${communes.join(', ')})`
  return `${random.pick(kind === 'BD_XDD' ? party : masses)} năm ${year}`
}

function daysOf(kind: PlannedClass['kind']): number {
  return kind === 'LLCT_SC' ? 30 : kind === 'BD_CD' ? 2 : 4
}

/** Since September 2025 the communes' political centres open the classes. */
function ofCommuneCentre(random: Random, name: string): PlannedClass[] {
  const days = ['2025-10-14', '2025-12-03', '2026-03-18', '2026-05-20', '2026-08-12', '2026-09-16']
  return days.map((day, at) => {
    const kind = at === 3 ? 'LLCT_SC' : at === 1 ? 'BD_XDD' : 'BD_CD'
    const on = workingDay(plusDays(day, random.whole(0, 8)))
    const title = titleOf(random, kind, on, [name])
    return {
      kind,
      title,
      on,
      closedOn: plusDays(on, daysOf(kind)),
      learners: kind === 'BD_CD' ? random.whole(90, 130) : random.whole(38, 52),
      isCounted: false,
      communes: [name],
      opener: name,
      place: `Trung tâm Chính trị xã ${name}`,
    }
  })
}
