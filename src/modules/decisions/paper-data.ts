/** What a paper says, apart from how it is laid out: whoever prints one fills in this and asks `renderPaper`. */
export const paperKinds = ['sending', 'call_up', 'plan', 'repayment', 'certificate'] as const
export type PaperKind = (typeof paperKinds)[number]

/** The State's papers follow NĐ 30/2020/NĐ-CP, the Party's their own frame. */
export const paperFamilies = ['state', 'party'] as const
export type PaperFamily = (typeof paperFamilies)[number]

/** By what power the signer signs: the State writes TM., the Party T/M. */
export type SigningPower = 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | 'Q.' | 'T/M' | 'K/T' | 'T/L'

export type Signature = {
  authority: SigningPower | null
  /** For whom, after the power: 'ỦY BAN NHÂN DÂN', 'BAN THƯỜNG VỤ'. */
  of: string | null
  /** A second line of power, as it is to stand: 'KT. CHỦ TỊCH'. */
  second: string | null
  title: string
  name: string
}

export type PaperHead = {
  /** The body above the issuing one: 'UBND tỉnh Tuyên Quang', 'Đảng bộ tỉnh Tuyên Quang'. */
  superior: string | null
  issuer: string
  /** As written, '15/QĐ-UBND' or '15-QĐ/HU'; null as long as the paper has no number. */
  code: string | null
  /** 'QĐ-UBND' or 'QĐ/HU': printed after an empty place while there is no number. */
  symbol: string
  place: string
  /** The day it is signed; while null, day and month are left to be written in. */
  issuedOn: string | null
  year: number
  /** Another name than the kind's own, such as 'Quyết định' or 'Thông báo'. */
  typeName?: string
  /** The subject line (trích yếu), without 'Về việc': the papers of the State and the Party write it each in its way. */
  subject: string
  /** Who decides, over the legal bases: 'Chủ tịch Ủy ban nhân dân huyện Yên Sơn'. */
  decider?: string
  /** Legal bases (căn cứ), each without the sign at its end. */
  bases: string[]
  signature: Signature
  /** 'Như Điều 3'; 'Lưu: VT, NV'. */
  recipients: string[]
}

/** One person of an annex list; the number in the list is counted when it is printed. */
export type AnnexRow = {
  fullName: string
  /** As the paper is to show it: '05/01/1985', '1985'. */
  bornOn: string
  postAndUnit: string
  course: string
  className: string
  notes: string
  /** Whole đồng. */
  cost?: number | null
}

export type Annex = {
  /** 'Danh sách cán bộ được cử đi học lớp Trung cấp lý luận chính trị'. */
  title: string
  rows: AnnexRow[]
  /** Shows what each costs and the sum. */
  hasCost?: boolean
}

/** The decision that sends people to a course, with the list of them. */
export type SendingPaper = PaperHead & { articles: string[]; annex: Annex }

/** The letter that calls participants to a class. */
export type CallUpPaper = PaperHead & {
  /** 'Kính gửi'. */
  to: string[]
  paragraphs: string[]
  /** 'Thời gian' – '7 giờ 30, ngày 05 tháng 01 năm 2026'. */
  items: { label: string; text: string }[]
  annex: Annex | null
}

export type PlanRow = {
  course: string
  audience: string
  seats: number
  when: string
  where: string
  budget: string
  /** Whole đồng. */
  cost: number
}

/** The year's plan with its table of lines and money. */
export type PlanPaper = PaperHead & { sections: { heading: string; paragraphs: string[] }[]; table: { title: string; rows: PlanRow[] } }

/** The decision on what is to be paid back, with S = F / T1 × (T1 − T2) worked out. */
export type RepaymentPaper = PaperHead & {
  /** 'Bảng tính chi phí đền bù' unless said otherwise. */
  annexTitle?: string
  person: { fullName: string; bornOn: string; postAndUnit: string; course: string }
  costs: { text: string; voucher: string; amount: number }[]
  /** F, whole đồng. */
  total: number
  /** T1 and T2 in whole months. */
  committedMonths: number
  servedMonths: number
  /** S, whole đồng. */
  repaid: number
  /** Where all is owed, no formula is printed: the reason is. */
  isWhole: boolean
  reason: string
  articles: string[]
}

export type Certificate = {
  /** 'Chứng chỉ', 'Chứng nhận'. */
  title: string
  fullName: string
  bornOn: string
  bornAt: string | null
  postAndUnit: string
  course: string
  className: string
  from: string | null
  to: string | null
  /** 'Giỏi'; null where none is given. */
  grade: string | null
  number: string
  registerNumber: string
  checkCode: string
  /** The public address that the picture to be scanned leads to. */
  checkAddress: string
}

/** Certificates of one class, each on a sheet of its own. */
export type CertificatePaper = Pick<PaperHead, 'superior' | 'issuer' | 'place' | 'issuedOn' | 'year' | 'signature'> & {
  certificates: Certificate[]
}

export type PaperDataOf = {
  sending: SendingPaper
  call_up: CallUpPaper
  plan: PlanPaper
  repayment: RepaymentPaper
  certificate: CertificatePaper
}

/** A kind with what belongs to it. */
export type Paper = { [K in PaperKind]: { kind: K; data: PaperDataOf[K] } }[PaperKind]
export type PaperFormat = 'docx' | 'pdf'

/** An office's own templates for one kind and family; where one is null, the program's own is taken. */
export type OwnTemplates = { docx: Uint8Array | null; typ: Uint8Array | null }
export const noOwnTemplates: OwnTemplates = { docx: null, typ: null }
