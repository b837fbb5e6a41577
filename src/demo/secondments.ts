import { addDays } from '#lib/days.ts'
import { plusMonths } from './calendar.ts'
import { type Official, spellOn } from './careers.ts'
import type { Journal } from './journal.ts'
import { districtState, provinceState, type Register } from './papers.ts'
import type { Random } from './random.ts'
import { newCommuneUnit } from './seat-units.ts'
import { demoUnitId } from './unit-id.ts'

/** From which body, to which commune, from when, for how many months; three overlap the term 2015–2020. */
const planned: readonly { site: string; host: string; from: string; months: number; task: string }[] = [
  {
    site: 'Phòng Tư pháp huyện Yên Sơn',
    host: 'Xã Kiến Thiết',
    from: '2012-03-01',
    months: 24,
    task: 'Giúp xã kiện toàn công tác tư pháp, hộ tịch',
  },
  {
    site: 'Văn phòng HĐND và UBND huyện Yên Sơn',
    host: 'Xã Phúc Ninh',
    from: '2016-03-01',
    months: 36,
    task: 'Tăng cường lãnh đạo, điều hành của UBND xã',
  },
  {
    site: 'Phòng Nông nghiệp và Phát triển nông thôn huyện Yên Sơn',
    host: 'Xã Thái Bình',
    from: '2017-06-01',
    months: 24,
    task: 'Chỉ đạo xây dựng nông thôn mới',
  },
  { site: 'Ban Dân vận Huyện ủy Yên Sơn', host: 'Xã Tiến Bộ', from: '2019-04-01', months: 30, task: 'Củng cố hệ thống chính trị cơ sở' },
  {
    site: 'Phòng Tài nguyên và Môi trường huyện Yên Sơn',
    host: 'Xã Trung Minh',
    from: '2022-04-01',
    months: 24,
    task: 'Giải quyết tồn đọng về đất đai',
  },
  {
    site: 'Phòng Lao động - Thương binh và Xã hội huyện Yên Sơn',
    host: 'Xã Hùng Lợi',
    from: '2023-03-01',
    months: 24,
    task: 'Thực hiện chương trình giảm nghèo bền vững',
  },
  { site: 'Xã Yên Sơn', host: 'Xã Hùng Lợi', from: '2026-02-01', months: 12, task: 'Hỗ trợ vận hành chính quyền địa phương hai cấp' },
]

/** Seconds one of the body's people who stays in the same post throughout. */
export function enterSecondments(journal: Journal, register: Register, random: Random, officials: Official[]): void {
  for (const { site, host, from, months, task } of planned) {
    const to = plusMonths(from, months)
    const able = officials.filter((official) => {
      const spell = spellOn(official, from)
      return (
        spell?.site.key === site &&
        spell.from < plusMonths(from, -12) === from < '2026' &&
        spell.post.rank <= 3 &&
        (spell.to === null || spell.to >= to)
      )
    })
    if (able.length === 0) throw new Error(`Nobody of ${site} can be seconded from ${from}`)
    const { person, spells } = random.pick(able)
    const spell = spells.find((one) => one.from <= from && (one.to === null || one.to > from))
    if (!spell) continue
    const decidedOn = plusMonths(from, -1)
    const paper = register.paper(
      from < '2025-07-01' ? districtState : provinceState,
      `${decidedOn.slice(0, 8)}18`,
      'secondment',
      `Điều động, biệt phái ${person.sex === 'male' ? 'ông' : 'bà'} ${person.name} đến công tác tại ${host.toLowerCase().replace(host.slice(3).toLowerCase(), host.slice(3))}`,
    )
    const hostUnitId = from < '2025-07-01' ? demoUnitId(host) : newCommuneUnit(host)
    journal.record(
      'secondment',
      paper.issuedOn,
      {
        personId: person.personId,
        fromUnitId: spell.unit,
        hostUnitId,
        titleText: 'Cán bộ biệt phái',
        task,
        from,
        to,
        plannedEnd: addDays(to, -1),
      },
      { paper },
    )
  }
}
