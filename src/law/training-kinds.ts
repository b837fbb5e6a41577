import type { Bilingual } from '#lib/language.ts'
import { firstFound, wordsOf } from './words.ts'

/** Degree training ends in a degree or diploma, further training in a certificate: nearly every form splits on this first. */
export type TrainingClass = 'degree' | 'further'

export type TrainingKind = { name: Bilingual; class: TrainingClass }

export const trainingKinds = {
  DT_TC: degree('Đào tạo trung cấp chuyên môn', 'Intermediate professional degree'),
  DT_CD: degree('Đào tạo cao đẳng', 'College degree'),
  DT_DH: degree('Đào tạo đại học', 'University degree'),
  DT_SDH_THS: degree('Sau đại học: thạc sĩ', 'Postgraduate: master'),
  DT_SDH_TS: degree('Sau đại học: tiến sĩ', 'Postgraduate: doctor'),
  DT_SDH_CK: degree('Sau đại học: chuyên khoa I, II', 'Postgraduate: specialist I, II'),
  DT_NC: degree('Nâng cao trình độ chuyên môn', 'Raising the professional level'),
  LLCT_SC: degree('Sơ cấp lý luận chính trị', 'Elementary political theory'),
  LLCT_TC: degree('Trung cấp lý luận chính trị', 'Intermediate political theory'),
  LLCT_CC: degree('Cao cấp lý luận chính trị', 'Advanced political theory'),
  LLCT_CN: degree('Cử nhân chính trị', 'Bachelor of politics'),
  QLNN_CS: further('Quản lý nhà nước, chương trình cán sự', 'State management, assistant officer programme'),
  QLNN_CV: further('Quản lý nhà nước, chương trình chuyên viên', 'State management, specialist programme'),
  QLNN_CVC: further('Quản lý nhà nước, chương trình chuyên viên chính', 'State management, principal specialist programme'),
  QLNN_CVCC: further('Quản lý nhà nước, chương trình chuyên viên cao cấp', 'State management, senior specialist programme'),
  BD_LD: further('Bồi dưỡng lãnh đạo, quản lý', 'Leadership and management'),
  BD_VTVL: further('Bồi dưỡng theo yêu cầu vị trí việc làm', 'Requirements of the job position'),
  BD_XDD: further('Nghiệp vụ xây dựng Đảng', 'Party-building skills'),
  BD_DT: further('Nghiệp vụ Mặt trận Tổ quốc, đoàn thể', 'Fatherland Front and mass-organisation skills'),
  BD_BCV: further('Bồi dưỡng báo cáo viên', 'Training of speakers'),
  BD_HDND: further('Bồi dưỡng đại biểu Hội đồng nhân dân', "Training of People's Council deputies"),
  BD_QPAN_1: further('Kiến thức quốc phòng và an ninh, đối tượng 1', 'Defence and security knowledge, group 1'),
  BD_QPAN_2: further('Kiến thức quốc phòng và an ninh, đối tượng 2', 'Defence and security knowledge, group 2'),
  BD_QPAN_3: further('Kiến thức quốc phòng và an ninh, đối tượng 3', 'Defence and security knowledge, group 3'),
  BD_QPAN_4: further('Kiến thức quốc phòng và an ninh, đối tượng 4', 'Defence and security knowledge, group 4'),
  BD_NN: further('Bồi dưỡng ngoại ngữ', 'Foreign languages'),
  BD_TH: further('Bồi dưỡng tin học, kỹ năng số', 'IT and digital skills'),
  BD_TDT: further('Bồi dưỡng tiếng dân tộc', 'Ethnic minority languages'),
  BD_CN: further('Cập nhật kiến thức', 'Updating of knowledge'),
  BD_CD: further('Bồi dưỡng chuyên đề', 'Thematic class'),
  BD_KTQL: further('Bồi dưỡng quản lý kinh tế', 'Economic management'),
} satisfies Record<string, TrainingKind>

export type TrainingKindCode = keyof typeof trainingKinds

export function isTrainingKind(code: string): code is TrainingKindCode {
  return Object.hasOwn(trainingKinds, code)
}

const theory = '(ly luan|llct|ll ct|chinh tri|ct hc|llct hc)'

const patterns: readonly (readonly [RegExp, TrainingKindCode])[] = [
  [/\b(thac (si|sy)|ths|cao hoc)\b/, 'DT_SDH_THS'],
  [/\b(tien (si|sy)|nghien cuu sinh|ncs)\b/, 'DT_SDH_TS'],
  [/\b(chuyen khoa|ck ?i{1,2})\b/, 'DT_SDH_CK'],
  // A field of study is no kind of course: 'Đại học, chuyên ngành Xây dựng Đảng'.
  [/\b(dai hoc|dh)\b.*\bnganh\b|^(?:lien thong |van bang 2 )?(dai hoc|dh) /, 'DT_DH'],
  [/\b(cao dang|cd)\b.*\bnganh\b|^(?:lien thong )?(cao dang|cd) /, 'DT_CD'],
  [/\b(bao cao vien|bcv|giang vien nguon|giang vien kiem chuc|tuyen truyen vien)\b/, 'BD_BCV'],
  [/\b(dai bieu (hdnd|hoi dong)|hdnd|hoi dong nhan dan)\b/, 'BD_HDND'],
  [/\b(chuyen vien cao cap|cvcc)\b/, 'QLNN_CVCC'],
  [/\b(chuyen vien chinh|cvc|cv chinh)\b/, 'QLNN_CVC'],
  [/\b(chuyen vien|cv)\b/, 'QLNN_CV'],
  [/\b(can su)\b/, 'QLNN_CS'],
  [/\b(quoc phong|qpan|qp an|kien thuc qp)\b.*\b(doi tuong|dt|nhom) ?(1|i)\b/, 'BD_QPAN_1'],
  [/\b(quoc phong|qpan|qp an|kien thuc qp)\b.*\b(doi tuong|dt|nhom) ?(2|ii)\b/, 'BD_QPAN_2'],
  [/\b(quoc phong|qpan|qp an|kien thuc qp)\b.*\b(doi tuong|dt|nhom) ?(3|iii)\b/, 'BD_QPAN_3'],
  [/\b(quoc phong|qpan|qp an|kien thuc qp)\b.*\b(doi tuong|dt|nhom) ?(4|iv)\b/, 'BD_QPAN_4'],
  [/\b(cap nhat kien thuc|cap nhat)\b/, 'BD_CN'],
  [new RegExp(`\\b(cao cap|cc)\\b( \\w+)? ?${theory}\\b|\\b(ccllct|cao cap llct)\\b`), 'LLCT_CC'],
  [new RegExp(`\\b(trung cap|tc)\\b( \\w+)? ?${theory}\\b|\\btcllct\\b`), 'LLCT_TC'],
  [new RegExp(`\\b(cu nhan)\\b ?${theory}\\b`), 'LLCT_CN'],
  [new RegExp(`\\b(so cap|sc)\\b( \\w+)? ?${theory}\\b`), 'LLCT_SC'],
  [/\b(chuyen de)\b/, 'BD_CD'],
  [
    /\b(xay dung dang|cong tac dang|nghiep vu dang|bi thu chi bo|cap uy vien|cong tac to chuc|kiem tra giam sat|dang vien moi|ket nap dang|doi tuong dang)\b/,
    'BD_XDD',
  ],
  [
    /\b(mat tran|mttq|doan the|cong tac (doan|hoi|phu nu|nong dan|cong doan|cuu chien binh|dan van)|can bo (doan|hoi|cong doan))\b/,
    'BD_DT',
  ],
  [/\b(tieng dan toc|tieng (tay|mong|h mong|hmong|dao|nung|thai|cao lan))\b/, 'BD_TDT'],
  [/\b(boi duong|bd|lop|chung chi) (.*)?(ngoai ngu|tieng anh|tieng phap|tieng trung)\b/, 'BD_NN'],
  [/\b(boi duong|bd|lop|chung chi|ung dung|ky nang) (.*)?(tin hoc|cntt|cong nghe thong tin|chuyen doi so|ky nang so)\b/, 'BD_TH'],
  [/\b(ky nang|cong nghe) so\b/, 'BD_TH'],
  [/\b(vi tri viec lam|vtvl)\b/, 'BD_VTVL'],
  [/\b(lanh dao quan ly|lanh dao (cap )?(phong|so|huyen|xa)|ky nang lanh dao)\b/, 'BD_LD'],
  [/\b(boi duong|bd|lop) (.*)?quan ly kinh te\b/, 'BD_KTQL'],
  [/\bnang cao trinh do\b/, 'DT_NC'],
  [/\b(dai hoc|dh|cu nhan|ky su|bac (si|sy))\b/, 'DT_DH'],
  [/\b(cao dang|cd)\b/, 'DT_CD'],
  [/\b(trung cap|tccn|trung hoc chuyen nghiep)\b|^tc (?!ct\b|hc\b|ll|chinh tri|hanh chinh)[a-z]/, 'DT_TC'],
  [/\bcao cap\b/, 'LLCT_CC'],
  [/\bso cap\b/, 'LLCT_SC'],
  [/^(ngoai ngu|tieng (anh|phap|trung))\b/, 'BD_NN'],
  [/^(tin hoc|cntt|chuyen doi so|ky nang so)\b/, 'BD_TH'],
  [/^quan ly kinh te\b/, 'BD_KTQL'],
]

/** The kind of course a title line, a class name or a cell speaks of; null when it names none. */
export function trainingKindOf(text: string): TrainingKindCode | null {
  const code = text.trim().toUpperCase()
  if (isTrainingKind(code)) return code
  const found = firstFound(text, patterns)
  // 'Sau đại học' does not say which of the three it is.
  return found === 'DT_DH' && /\b(sau|tren) (dai hoc|dh)\b/.test(wordsOf(text)) ? null : found
}

function degree(vi: string, en: string): TrainingKind {
  return { name: { vi, en }, class: 'degree' }
}

function further(vi: string, en: string): TrainingKind {
  return { name: { vi, en }, class: 'further' }
}
