import { plusMonths } from './calendar.ts'
import { isManaged, spellOn } from './careers.ts'
import type { Journal } from './journal.ts'
import { districtParty, districtState, type Register } from './papers.ts'
import type { Random } from './random.ts'
import { hasTheory, type Learner } from './schooling.ts'

/** Papers that were withdrawn some months later: what they made counted only until then. */
const withdrawn = [
  { kind: 'LLCT_TC', on: '2017-04-12', places: 4, after: 5, why: 'Không đủ điều kiện mở lớp trong năm' },
  { kind: 'QLNN_CV', on: '2018-11-20', places: 6, after: 4, why: 'Trùng với danh sách của khóa trước' },
  { kind: 'LLCT_TC', on: '2020-10-09', places: 3, after: 4, why: 'Thay đổi nhân sự cử đi học' },
  { kind: 'QLNN_CV', on: '2022-06-14', places: 5, after: 3, why: 'Lớp bị hủy do thiếu học viên' },
] as const

export function enterWithdrawals(journal: Journal, register: Register, random: Random, learners: Learner[]): void {
  for (const { kind, on, places, after, why } of withdrawn) {
    const issuer = kind === 'LLCT_TC' ? districtParty : districtState
    const paper = register.paper(
      issuer,
      on,
      'sending',
      `Cử cán bộ, công chức tham gia lớp ${kind === 'LLCT_TC' ? 'trung cấp lý luận chính trị' : 'quản lý nhà nước chương trình chuyên viên'} (bổ sung) năm ${on.slice(0, 4)}`,
    )
    const able = learners.filter(({ official }) => spellOn(official, on)?.site.group === 'commune').filter((learner) => isAble(learner, on))
    for (const { official } of random.shuffled(able).slice(0, places)) {
      const spell = spellOn(official, on)
      if (!spell) continue
      journal.record(
        'sending',
        on,
        {
          personId: official.person.personId,
          kind,
          unitId: spell.unit,
          titleText: spell.text,
          sentOn: on,
          institution: 'Trường Chính trị tỉnh Tuyên Quang',
        },
        { paper },
      )
    }
    const withdrawnOn = plusMonths(on, after)
    journal.withdraw(
      paper,
      withdrawnOn,
      why,
      register.paper(
        issuer,
        withdrawnOn,
        'withdrawal',
        `Thu hồi quyết định ngày ${on.split('-').toReversed().join('/')} về việc cử đi học`,
      ),
    )
  }
}

function isAble(learner: Learner, on: string): boolean {
  const spell = spellOn(learner.official, on)
  return (
    spell !== undefined &&
    isManaged(spell.site, '2020-01-01') &&
    spell.site.key !== 'Xã Tứ Quận' &&
    learner.busyUntil < on &&
    !hasTheory(learner, 'TC', on)
  )
}

/** Birth dates and peoples that were first entered wrongly, as a later look at the file showed. */
export function enterCorrections(journal: Journal, random: Random, learners: Learner[]): void {
  const chosen = random.shuffled(learners.filter(({ official }) => official.left === null)).slice(0, 36)
  for (const [at, { official }] of chosen.entries()) {
    const { personId, profile } = official.person
    const first = journal.batches.flatMap(({ people }) => people).find((one) => one.personId === personId)
    if (!first || !profile.birth) continue
    const right = { personId, ...profile }
    const [year = '', month = '01', date = '01'] = profile.birth.split('-')
    const wrong =
      at % 3 === 0
        ? { ethnicity: '01', ethnicityText: 'Kinh' }
        : at % 3 === 1
          ? { birth: `${year}-${month}` }
          : { birth: Number(date) <= 12 ? `${year}-${date}-${month}` : year }
    Object.assign(first, wrong)
    const entered = journal.batches.find(({ people }) => people.includes(first))?.at ?? '2015-01-05'
    journal.correct(plusMonths(entered > '2016' ? entered : '2016-02-10', random.whole(2, 90)), right)
  }
}
