import { dateOf, monthOf, plusMonths, yearOf } from './calendar.ts'
import type { Official, Spell } from './careers.ts'
import type { Journal, Kept } from './journal.ts'
import {
  communeIssuers,
  districtParty,
  districtState,
  provinceParty,
  provinceState,
  type Issuer,
  type Paper,
  type Register,
} from './papers.ts'

/** The day on which the end of the district and the passing of a township were entered, with the reorganisation itself. */
const enteredWith: Record<string, string> = { '2020-01-01': '2019-12-31', '2025-07-01': '2025-06-30' }
const cardsFrom = '2021-06-01'

/** Enters an official: the person, the numbers, every post with its paper, its end when that was decided. */
export function enterCareer(journal: Journal, register: Register, official: Official): void {
  const { person, spells, left } = official
  const [first] = spells
  if (!first) return
  const welcomeOn = entryDay(first)
  journal.welcome(welcomeOn, { personId: person.personId, ...person.profile })
  enterNumbers(journal, official, welcomeOn)
  spells.forEach((spell, at) => {
    const next = spells[at + 1]
    const endedOn = next ? entryDay(next) : left ? (left.on === '2025-07-01' ? '2025-06-30' : left.decidedOn) : null
    enterPost(journal, spell, paperOf(register, spell, official), person.personId, endedOn)
  })
  if (left) journal.enter(leavingPaper(register, official, left))
}

export function entryDay(spell: Spell): string {
  return spell.act === 'rearrangement' ? (enteredWith[spell.from] ?? spell.decidedOn) : spell.decidedOn
}

function enterPost(journal: Journal, spell: Spell, paper: Paper, personId: string, endedOn: string | null): void {
  const main = {
    personId,
    unitId: spell.unit,
    from: spell.from,
    officialKind: spell.post.kind,
    titleCode: spell.post.code,
    titleText: spell.text,
  }
  const posts: (Kept<'assignment'> | null)[] = [
    journal.record('assignment', entryDay(spell), { ...main, kind: 'main', fromKnown: spell.act !== 'first list' }, { paper }),
  ]
  const also = concurrentPost(spell)
  if (also) posts.push(journal.record('assignment', entryDay(spell), { ...main, ...also, kind: 'concurrent' }, { paper }))
  if (!spell.to || !endedOn) return
  for (const post of posts) if (post) journal.replace(post, endedOn, { to: spell.to })
}

/** A chair of the committee is deputy secretary too; in every other commune the secretary chairs the council. */
function concurrentPost({ post, site }: Spell): { titleCode: string; titleText: string } | null {
  if (post.also) return { titleCode: post.also.code, titleText: post.also.text }
  if (post.key === 'bt' && site.key.length % 2 === 0) return { titleCode: 'X_HDND_CT', titleText: 'Chủ tịch HĐND' }
  if (post.key === 'p.bt') return { titleCode: 'P_HDND_CT', titleText: 'Chủ tịch HĐND' }
  return null
}

/** Old cards until the middle of 2021, from then on the personal number. */
function enterNumbers(journal: Journal, { person, left }: Official, welcomeOn: string): void {
  const { personId, cmnd, cccd, birth } = person
  if (welcomeOn < cardsFrom) {
    const old = journal.record('identity', welcomeOn, { personId, kind: 'cmnd', number: cmnd, from: plusMonths(birth, 12 * 17) })
    if (left && left.on <= cardsFrom) return
    if (old) journal.replace(old, '2021-06-18', { to: cardsFrom })
    journal.record('identity', '2021-06-18', { personId, kind: 'cccd', number: cccd, from: cardsFrom })
    return
  }
  journal.record('identity', welcomeOn, { personId, kind: 'cccd', number: cccd, from: cardsFrom })
}

/** The paper by which a post was given. */
export function paperOf(register: Register, spell: Spell, { person }: Official): Paper {
  const issuer = issuerOf(spell)
  const address = issuer.code(1).includes('-QĐ/') ? `đồng chí ${person.name}` : `${person.sex === 'male' ? 'ông' : 'bà'} ${person.name}`
  switch (spell.act) {
    case 'first list':
      return register.paper(
        issuer,
        spell.decidedOn,
        'list',
        `Phê duyệt danh sách cán bộ, công chức, viên chức ${inSentence(spell.site.key)} có mặt ngày 01/01/2005`,
      )
    case 'recruitment':
      return register.paper(
        issuer,
        spell.decidedOn,
        'appointment',
        spell.site.group === 'school'
          ? 'Tuyển dụng viên chức sự nghiệp giáo dục'
          : `Tuyển dụng, tiếp nhận và phân công công tác ${spell.site.group === 'commune' ? 'cấp xã' : 'tại các cơ quan'}`,
      )
    case 'appointment':
      return register.paper(
        issuer,
        spell.decidedOn,
        'appointment',
        `Điều động, bổ nhiệm ${address} giữ chức vụ ${spell.text}, ${inSentence(spell.site.key)}`,
      )
    case 'transfer':
      return register.paper(
        issuer,
        spell.decidedOn,
        'transfer',
        spell.site.group === 'school'
          ? `Điều động viên chức ngành giáo dục năm học ${yearOf(spell.from)}-${yearOf(spell.from) + 1}`
          : 'Điều động, luân chuyển cán bộ cấp xã sau đại hội',
      )
    case 'rearrangement':
      return register.paper(
        issuer,
        spell.decidedOn,
        'transfer',
        `Bố trí, sắp xếp cán bộ, công chức ${inSentence(spell.site.key)} từ ngày ${dayText(spell.from)}`,
      )
  }
}

/** Who decides about the post. */
export function issuerOf({ site, post, act, from }: Spell): Issuer {
  const isPartyMatter = post.rank >= 2 || post.code.includes('CVD') || post.code.includes('UBKT')
  if (act === 'rearrangement') return post.rank >= 3 ? provinceParty : provinceState
  if (from >= '2025-07-01') return issuerOfCommune(site.key, isPartyMatter)
  if (act === 'first list') return districtState
  return isPartyMatter && site.group !== 'school' && site.group !== 'service' ? districtParty : districtState
}

export function issuerOfCommune(key: string, isPartyMatter: boolean): Issuer {
  if (!/^(Xã|Phường) /.test(key)) return provinceState
  const { party, state } = communeIssuers(key)
  return isPartyMatter ? party : state
}

function leavingPaper(register: Register, { person, spells }: Official, left: NonNullable<Official['left']>): Paper {
  const last = spells.at(-1)
  const issuer = left.on <= '2025-07-01' || !last ? districtState : issuerOfCommune(last.site.key, false)
  const address = `${person.sex === 'male' ? 'ông' : 'bà'} ${person.name}`
  switch (left.why) {
    case 'retired':
      return register.paper(issuer, left.decidedOn, 'retirement', `Nghỉ hưu đối với ${address}`)
    case 'early retirement':
      return register.paper(issuer, left.decidedOn, 'retirement', 'Nghỉ hưu trước tuổi theo Nghị định 178/2024/NĐ-CP')
    case 'called to the province':
      return register.paper(provinceState, left.decidedOn, 'transfer', 'Điều động công chức về công tác tại các cơ quan cấp tỉnh')
    case 'resigned':
      return register.paper(issuer, left.decidedOn, 'other', `Thôi việc đối với ${address}`)
  }
}

export function inSentence(name: string): string {
  return name.replace(/^(Xã|Phường|Thị trấn|Trường|Phòng|Trung tâm) /, (kind) => kind.toLowerCase())
}

function dayText(day: string): string {
  return `${String(dateOf(day)).padStart(2, '0')}/${String(monthOf(day)).padStart(2, '0')}/${yearOf(day)}`
}
