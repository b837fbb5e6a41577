import { wordsOf } from '#law/words.ts'
import type { ColumnRole, ImportKind } from '../candidate.ts'

export type Guess = { role: ColumnRole; confidence: number; why: string }

type Pattern = readonly [RegExp, ColumnRole, number?]

/** Sub-headings that mean something only under another heading: [of what, leaf, role]. */
const under: readonly (readonly [RegExp, RegExp, ColumnRole])[] = [
  [/\bvao dang\b|\bdang\b|ket nap/, /^(chinh thuc|ct|ngay chinh thuc|cong nhan.*)$/, 'partyFullOn'],
  [/\bvao dang\b|\bdang\b|ket nap/, /^(du bi|db|ket nap|ngay (vao|ket nap|du bi).*)$/, 'partyJoinedOn'],
  [/ly luan|llct|chinh tri/, /^(so cap|sc)$/, 'theory.SC'],
  [/ly luan|llct|chinh tri/, /^(trung cap|tc)$/, 'theory.TC'],
  [/ly luan|llct|chinh tri/, /^(cao cap|cc)( cu nhan| cn)?$/, 'theory.CC'],
  [/ly luan|llct|chinh tri/, /^(cu nhan|cn)$/, 'theory.CN'],
  [/qlnn|quan ly nha nuoc|quan ly hanh chinh/, /^(can su|cs)$/, 'stateManagement.CS'],
  [/qlnn|quan ly nha nuoc|quan ly hanh chinh/, /^(chuyen vien|cv)$/, 'stateManagement.CV'],
  [/qlnn|quan ly nha nuoc|quan ly hanh chinh/, /^(chuyen vien chinh|cvc)$/, 'stateManagement.CVC'],
  [/qlnn|quan ly nha nuoc|quan ly hanh chinh/, /^(chuyen vien cao cap|cvcc)$/, 'stateManagement.CVCC'],
  [/chuyen mon|\bcm\b|nghiep vu|trinh do/, /^(so cap|sc)$/, 'degree.SC'],
  [/chuyen mon|\bcm\b|nghiep vu|trinh do/, /^(trung cap|tc|thcn)$/, 'degree.TC'],
  [/chuyen mon|\bcm\b|nghiep vu|trinh do/, /^(cao dang|cd)$/, 'degree.CD'],
  [/chuyen mon|\bcm\b|nghiep vu|trinh do/, /^(dai hoc|dh)$/, 'degree.DH'],
  [/chuyen mon|\bcm\b|nghiep vu|trinh do/, /^(thac (si|sy)|ths|th s|tren (dai hoc|dh)|sau (dai hoc|dh)|sdh)$/, 'degree.THS'],
  [/chuyen mon|\bcm\b|nghiep vu|trinh do/, /^(tien (si|sy)|ts)$/, 'degree.TS'],
  [/ly luan|llct|chuyen mon|\bcm\b|qlnn|ngoai ngu|tin hoc/, /^nam( (tn|tot nghiep|cap|hoc).*)?$/, 'ignore'],
  [/thoi gian|khoa hoc|hoc/, /^(tu|tu (ngay|thang).*|bat dau|khai giang)$/, 'from'],
  [/thoi gian|khoa hoc|hoc/, /^(den|den (ngay|thang).*|ket thuc|be giang)$/, 'to'],
  [/quyet dinh|\bqd\b/, /^(so|so ky hieu|so qd.*)$/, 'decisionNumber'],
  [/quyet dinh|\bqd\b/, /^(ngay|ngay (thang|ky|ban hanh).*)$/, 'decisionOn'],
]

/** What a heading means, the exact ones first; 1 unless said otherwise. */
const patterns: readonly Pattern[] = [
  [/^(stt|tt|so tt|so thu tu|s tt|no)$/, 'ordinal'],
  [/^ho( va)? (ten )?(dem|lot)$|^ho (dem|lot|chu dem)|^ho$/, 'name.family'],
  [/^ten$/, 'name.given'],
  [/\b(ho va ten|ho ten|hoten|ho dem va ten|ho ten khai sinh)\b/, 'name'],
  [/^(ten hoc vien|hoc vien|dong chi|can bo|ten can bo|ho ten hoc vien)$/, 'name', 0.8],
  [/\bten (goi )?khac\b|\bbi danh\b/, 'otherName'],
  [/\b(gioi tinh|nam nu|phai)\b/, 'sex'],
  [/\b(ngay cap|noi cap)\b/, 'ignore'],
  [/\b(cccd|can cuoc|so dinh danh|dinh danh ca nhan)\b/, 'personalId'],
  [/\b(cmnd|cmtnd|cmt|cmnn|chung minh)\b/, 'oldId'],
  [/\b(tieng dan toc|tieng dtts|tdt)\b/, 'ethnicLanguage'],
  [/\bdan toc\b/, 'ethnic'],
  [/\bton giao\b/, 'religion'],
  [/\bnoi sinh\b/, 'birthplace'],
  [/\b(que quan|nguyen quan|que)\b/, 'nativePlace'],
  [/\b(sinh ngay|ngay sinh|nam sinh|thang nam sinh|ngay thang nam sinh|ntns)\b/, 'birth'],
  [/\b(noi o|cho o|thuong tru|tam tru|ho khau|noi cu tru|tru quan|dia chi)\b/, 'residence'],
  [/\b(dien thoai|sdt|so dt|di dong)\b/, 'phone'],
  [/\b(e ?mail|thu dien tu)\b/, 'email'],
  [/\b(so hieu (cbcc|can bo|cong chuc|vien chuc)|so hieu cc|ma (so )?(can bo|cbcc|cong chuc))/, 'officialNumber'],
  [/\b(he so|luong|phu cap|bac|vuot khung|huong tu|huong luong)\b/, 'ignore'],
  [/\b(ngach|chuc danh nghe nghiep)\b/, 'rank'],
  [/\b(vao (dang|dcs\w*)|ket nap dang|ngay ket nap|du bi)\b/, 'partyJoinedOn'],
  [/\b(chinh thuc)\b/, 'partyFullOn'],
  [/\b(dang vien)\b/, 'partyMember'],
  [/\b(vao doan|nhap ngu|xuat ngu|so the)\b/, 'ignore'],
  [/\b(bo nhiem|giu chuc|dam nhiem|giu chuc vu)\b/, 'postFrom'],
  [/\b(tuyen dung|vao nganh|vao co quan|vao cong tac|bat dau cong tac)\b/, 'recruitedOn'],
  [
    /\bso,? ?(va )?ngay (qd|quyet dinh)\b|\b(quyet dinh|qd) (so,? )?ngay\b|\bquyet dinh cu di hoc\b|\bso ngay thang quyet dinh\b/,
    'decision',
  ],
  [/\b(ngay|thang nam) (cua )?(qd|quyet dinh|ban hanh|ky)\b/, 'decisionOn'],
  [/\b(so (qd|quyet dinh|ky hieu|van ban)|quyet dinh so|qd so)\b/, 'decisionNumber'],
  [/^(quyet dinh|qd|can cu)$/, 'decision'],
  [
    /\b(so hoc vien|so luong( hoc vien| nguoi)?|so nguoi( hoc)?|si so|tong so( hoc vien| nguoi)?|hoc vien|sl|so luot( nguoi| hoc vien)?|so dai bieu)\b/,
    'headCount',
    0.9,
  ],
  [/^(so lop|so luong lop|tong so lop)\b/, 'classCount', 0.9],
  [/\b((don vi|co quan) (mo|to chuc|chu tri)( lop)?|mo lop)\b/, 'opener'],
  [/\b(chuc (vu|danh)|cong viec|vi tri).*\b(don vi|co quan|noi (cong tac|lam viec)|xa)\b/, 'post-and-unit'],
  [/\b(dia diem|noi (to chuc|mo))\b/, 'place'],
  [/\b(noi hoc|noi dao tao|co so dao tao|co so boi duong|truong( dao tao| hoc)?|noi cap bang)\b/, 'school'],
  [/\b(chuc vu|chuc danh|vi tri|cong viec|nghe nghiep|nhiem vu)\b/, 'post'],
  [/\b(don vi|co quan|noi cong tac|noi lam viec|to chuc dang|dia ban|ten don vi|xa phuong|don vi cong tac)\b|^xa$/, 'unit'],
  [/\b(van hoa|gdpt|giao duc pho thong|pho thong|tdvh|hoc van|vh)\b|^pt$/, 'generalEducation'],
  [/\b(ly luan|llct|ll ct|chinh tri)\b|^(ct|ll)$/, 'theory'],
  [/\b(qlnn|quan ly nha nuoc|qlhcnn|ql nha nuoc|quan ly hanh chinh)\b/, 'stateManagement'],
  [/\b(ngoai ngu|tieng anh)\b|^(nn|n ngu)$/, 'languages'],
  [/\b(tin hoc|cntt)\b|^th$/, 'it'],
  [/\b(qpan|quoc phong|qp an)\b/, 'defence'],
  [/\b(chuyen nganh|nganh( dao tao| hoc)?|nganh nghe)\b/, 'studyField'],
  [/\b(ten lop|noi dung( dao tao| boi duong| khoa hoc)?|chuong trinh|khoa hoc|ten khoa|chuyen de|loai lop|lop hoc|lop)\b/, 'className'],
  [/\b(loai hinh|hinh thuc|he dao tao|he)\b/, 'mode'],
  [/\b(chuyen mon|cmnv|bang cap|trinh do dao tao|trinh do)\b|^cm$/, 'degree'],
  [/\b(khai giang|tu ngay|tu thang|bat dau|ngay mo|ngay di hoc)\b/, 'from'],
  [/\b(be giang|den ngay|den thang|ket thuc)\b/, 'to'],
  [/\b(thoi gian|thoi han|tu den|nien khoa|khoa)\b/, 'period'],
  [/\b(ket qua|xep loai|tot nghiep)\b/, 'outcome'],
  [/\b(chung chi|chung nhan|van bang|so bang)\b/, 'certificate'],
  [/\b(doi tuong|dien)\b/, 'officialKind', 0.6],
  [/\b(ghi chu)\b/, 'note'],
]

/** Roles that cannot be in a list of this kind mean something else or nothing there. */
const instead: Record<ImportKind, Partial<Record<string, ColumnRole>>> = {
  people: {
    classCount: 'ignore',
    headCount: 'ignore',
    className: 'ignore',
    period: 'ignore',
    from: 'ignore',
    to: 'ignore',
    opener: 'ignore',
    decision: 'ignore',
    decisionNumber: 'ignore',
    decisionOn: 'ignore',
    school: 'ignore',
    outcome: 'ignore',
    place: 'ignore',
    mode: 'ignore',
    certificate: 'ignore',
  },
  sendings: { classCount: 'ignore', place: 'school', opener: 'school', headCount: 'ignore' },
  classes: { school: 'place' },
}

/** What a column holds, by the words over it, top heading first. */
export function guessRole(path: readonly string[], kind: ImportKind): Guess {
  const guess = guessPlain(path)
  const other = instead[kind][guess.role]
  return other === undefined ? guess : { ...guess, role: other }
}

/** Whether a single cell of a row could be a heading at all. */
export function isHeadingWord(text: string): boolean {
  return text.length <= 60 && guessPlain([text]).confidence > 0
}

function guessPlain(path: readonly string[]): Guess {
  const leaf = path.at(-1) ?? ''
  const parents = wordsOf(path.slice(0, -1).join(' '))
  const words = wordsOf(leaf)
  if (words === '' && parents === '') return { role: 'ignore', confidence: 0, why: '' }
  return (
    bySex(leaf, parents) ??
    byParts(leaf, parents) ??
    byParent(words, parents, leaf) ??
    (/^(trinh do|cap|bac)$/.test(words) ? byWords(parents, leaf) : null) ??
    byWords(words, leaf) ??
    byWords(parents, path.join(' / ')) ?? { role: 'ignore', confidence: 0, why: '' }
  )
}

/** 'Nam' is a man, 'Năm' a year: folded they are one, so the marks decide here. */
function bySex(leaf: string, parents: string): Guess | null {
  const said =
    /^(?:là |giới tính )?(nam|nữ)(?:\s*\(?x\)?)?$/iu.exec(leaf.normalize('NFC').trim())?.[1]?.toLowerCase() ??
    /\bsinh\b.*\s(nam|nữ)$/iu.exec(leaf.normalize('NFC').trim())?.[1]?.toLowerCase()
  if (said === undefined) return null
  const isBirth = /\bsinh\b/.test(parents) || /\bsinh\b/iu.test(leaf)
  const sex = said === 'nam' ? 'male' : 'female'
  return { role: isBirth ? `birth.${sex}` : `sex.${sex}`, confidence: isBirth ? 1 : 0.7, why: leaf }
}

function byParts(leaf: string, parents: string): Guess | null {
  if (!/\bsinh\b/.test(parents)) return null
  const part = /^(ngày|tháng|năm)$/iu.exec(leaf.normalize('NFC').trim())?.[1]?.toLowerCase()
  if (part === undefined) return null
  return { role: part === 'ngày' ? 'birth.day' : part === 'tháng' ? 'birth.month' : 'birth.year', confidence: 1, why: leaf }
}

function byParent(words: string, parents: string, leaf: string): Guess | null {
  const found = under.find(([of, own]) => of.test(parents) && own.test(words))
  return found === undefined ? null : { role: found[2], confidence: 1, why: leaf }
}

function byWords(words: string, why: string): Guess | null {
  const found = patterns.find(([pattern]) => pattern.test(words))
  if (found === undefined) return null
  return { role: found[1], confidence: found[2] ?? (words.split(' ').length > 8 ? 0.7 : 1), why }
}
