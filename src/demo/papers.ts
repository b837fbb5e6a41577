import { newId } from '#lib/id.ts'
import { workingDay, yearOf } from './calendar.ts'
import { centreOf } from './political-centres.ts'
import type { Random } from './random.ts'
import { bodyUnit } from './seat-units.ts'
import { demoUnitId } from './unit-id.ts'

export type PaperKind =
  | 'sending'
  | 'appointment'
  | 'class'
  | 'secondment'
  | 'transfer'
  | 'reorganisation'
  | 'retirement'
  | 'recognition'
  | 'withdrawal'
  | 'list'
  | 'other'
export type Paper = {
  id: string
  issuer: Issuer
  kind: PaperKind
  issuedOn: string
  subject: string
  /** The batch it is entered in: that of the first fact citing it. */
  batch: number | null
  signer: string
  code: string
}

/** Who issues papers: the name, the written form of the code, and the unit where it is one of ours. */
export type Issuer = { name: string; unit: string | null; code: (number: number) => string; signerTitle: string; step: number }

export const districtParty = party('Huyện ủy Yên Sơn', 'HU', demoUnitId('Huyện ủy Yên Sơn'), 'T/M Ban Thường vụ, Phó Bí thư', 7)
export const districtState = state('UBND huyện Yên Sơn', 'UBND', demoUnitId('HĐND và UBND huyện Yên Sơn'), 'Chủ tịch', 9)
export const politicalCentre = state(
  'Trung tâm Bồi dưỡng chính trị huyện Yên Sơn',
  'TTBDCT',
  demoUnitId('Trung tâm Bồi dưỡng chính trị huyện Yên Sơn'),
  'Giám đốc',
  2,
)
export const electionCommittee: Issuer = {
  ...state('Ủy ban bầu cử huyện Yên Sơn', 'UBBC', null, 'Chủ tịch', 1),
  code: (number) => `${number}/NQ-UBBC`,
}
export const politicalSchool = state('Trường Chính trị tỉnh Tuyên Quang', 'TCT', null, 'Hiệu trưởng', 6)
export const provinceParty = party('Tỉnh ủy Tuyên Quang', 'TU', null, 'T/M Ban Thường vụ, Phó Bí thư', 8)
export const provinceState = state('UBND tỉnh Tuyên Quang', 'UBND', null, 'KT. Chủ tịch, Phó Chủ tịch', 11)
export const universities: Issuer = { ...state('Trường Đại học Tân Trào', 'ĐHTTr', null, 'Hiệu trưởng', 5) }

const ofCommunes = new Map<string, { party: Issuer; state: Issuer; centre: Issuer }>()

/** The committees of a commune of the two-tier model, by its unit's key. */
export function communeIssuers(key: string): { party: Issuer; state: Issuer; centre: Issuer } {
  const found = ofCommunes.get(key)
  if (found) return found
  const name = key.replace(/^(Xã|Phường) /, (kind) => kind.toLowerCase())
  const made = {
    party: party(`Đảng ủy ${name}`, 'ĐU', bodyUnit('Đảng ủy', key), 'T/M Ban Thường vụ, Bí thư', 3),
    state: state(`UBND ${name}`, 'UBND', bodyUnit('HĐND và UBND', key), 'Chủ tịch', 4),
    centre: state(`Trung tâm Chính trị ${name}`, 'TTCT', centreOf(key.slice(3)), 'Giám đốc', 1),
  }
  ofCommunes.set(key, made)
  return made
}

/** The register as it grows: one paper for each thing decided, whoever asks for it. */
export function openRegister() {
  const papers = new Map<string, Paper>()
  return {
    papers,
    /** The paper by which an issuer decides about a subject, on the last working day to the day; the same for all that name the same. */
    paper(issuer: Issuer, decidedOn: string, kind: PaperKind, subject: string): Paper {
      const issuedOn = workingDay(decidedOn)
      const key = `${issuer.name}|${issuedOn}|${subject}`
      const known = papers.get(key)
      if (known) return known
      const made: Paper = { id: newId(Date.parse(issuedOn)), issuer, kind, issuedOn, subject, batch: null, signer: '', code: '' }
      papers.set(key, made)
      return made
    },
  }
}

export type Register = ReturnType<typeof openRegister>

/** Gives the numbers: each issuer counts from 1 every year, and papers about other matters lie between. */
export function numberPapers(papers: Iterable<Paper>, random: Random): void {
  const last = new Map<string, number>()
  const taken = new Set<string>()
  for (const paper of [...papers].toSorted((one, other) => (one.issuedOn < other.issuedOn ? -1 : one.issuedOn > other.issuedOn ? 1 : 0))) {
    const book = `${paper.issuer.name} ${yearOf(paper.issuedOn)}`
    let number = (last.get(book) ?? 0) + random.whole(1, paper.issuer.step)
    // Two authorities may write the same number on one day; a register of both could not tell them apart.
    while (taken.has(`${paper.issuer.code(number)} ${paper.issuedOn}`)) number++
    taken.add(`${paper.issuer.code(number)} ${paper.issuedOn}`)
    last.set(book, number)
    paper.code = paper.issuer.code(number)
  }
}

function party(name: string, symbol: string, unit: string | null, signerTitle: string, step: number): Issuer {
  return { name, unit, code: (number) => `${number}-QĐ/${symbol}`, signerTitle, step }
}

function state(name: string, symbol: string, unit: string | null, signerTitle: string, step: number): Issuer {
  return { name, unit, code: (number) => `${number}/QĐ-${symbol}`, signerTitle, step }
}
