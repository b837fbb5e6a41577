import { isTrainingKind, trainingKinds } from '#law/training-kinds.ts'
import { addDays } from '#lib/days.ts'
import { formatPartialDate, fromIso } from '#lib/partial-date.ts'
import type { CertificatePaper } from '#modules/decisions/paper-data.ts'
import { shownCode } from './certificate.ts'

type Held = {
  name: string
  birth: string | null
  birthplace: string | null
  title: string | null
  unit: string | null
  grade: string | null
  number: string
  registerNo: number
  issuedOn: string
  code: string
}
type Around = {
  of: { kind: string; title: string; openedOn: string; closedOn: string | null; institution: string | null; opener: { vi: string } }
  place: string
  signTitle: string
  signName: string
  base: string
}

/** The certificates of a class as a paper; each leads to the page where whoever reads it can check it. */
export function certificatePaper(held: readonly Held[], { of, base, ...signed }: Around): CertificatePaper {
  const issuedOn = held[0]?.issuedOn ?? null
  const course = isTrainingKind(of.kind) ? trainingKinds[of.kind].name.vi : of.title
  return {
    superior: of.institution ? of.opener.vi : null,
    issuer: of.institution ?? of.opener.vi,
    place: signed.place,
    issuedOn,
    year: Number((issuedOn ?? of.openedOn).slice(0, 4)),
    signature: { authority: null, of: null, second: null, title: signed.signTitle, name: signed.signName },
    certificates: held.map((one) => {
      const birth = fromIso(one.birth ?? '')
      return {
        title: of.kind.startsWith('DT_') || of.kind.startsWith('LLCT_') ? 'Giấy chứng nhận' : 'Chứng chỉ',
        fullName: one.name,
        bornOn: birth ? formatPartialDate(birth) : '',
        bornAt: one.birthplace,
        postAndUnit: [one.title, one.unit].filter(Boolean).join(', '),
        course,
        className: of.title,
        from: of.openedOn,
        to: of.closedOn && addDays(of.closedOn, -1),
        grade: one.grade,
        number: one.number,
        registerNumber: String(one.registerNo),
        checkCode: shownCode(one.code),
        checkAddress: `${base}/verify/${one.code}`,
      }
    }),
  }
}
