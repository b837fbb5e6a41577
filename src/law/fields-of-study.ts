import type { Bilingual } from '#lib/language.ts'
import { wordsOf } from './words.ts'

export type FieldOfStudy = { code: string; name: Bilingual; known: RegExp }

/** Fields of study as offices write them; groups of the national list rather than its seven-digit codes, which lists seldom carry. */
export const fieldsOfStudy: readonly FieldOfStudy[] = [
  field(
    'HANH_CHINH',
    'Hành chính',
    'Public administration',
    /\b(hanh chinh|quan ly nha nuoc|qlnn|quan tri van phong|chinh sach cong|quan ly cong)\b/,
  ),
  field('QLKT', 'Quản lý kinh tế', 'Economic management', /\b(quan ly kinh te|qlkt|quan tri kinh doanh|qtkd)\b/),
  field('KE_TOAN', 'Kế toán, tài chính', 'Accounting and finance', /\b(ke toan|tai chinh|ngan hang|kiem toan|thue)\b/),
  field('LUAT', 'Luật', 'Law', /\b(luat|phap ly)\b/),
  field('KTNN', 'Kinh tế nông nghiệp', 'Agricultural economics', /\b(kinh te nong nghiep|kinh te nn|phat trien nong thon|ptnt)\b/),
  field('KINH_TE', 'Kinh tế', 'Economics', /\b(kinh te|thuong mai|ke hoach)\b/),
  field('QLDD', 'Quản lý đất đai', 'Land management', /\b(dat dai|qldd|dia chinh|trac dia)\b/),
  field('MOI_TRUONG', 'Tài nguyên, môi trường', 'Resources and environment', /\b(moi truong|tai nguyen)\b/),
  field('LAM_NGHIEP', 'Lâm nghiệp', 'Forestry', /\b(lam nghiep|lam sinh|kiem lam|quan ly rung)\b/),
  field(
    'NONG_NGHIEP',
    'Nông nghiệp',
    'Agriculture',
    /\b(nong nghiep|trong trot|chan nuoi|thu y|nong hoc|khuyen nong|thuy san|bao ve thuc vat)\b/,
  ),
  field(
    'XAY_DUNG',
    'Xây dựng, giao thông',
    'Construction and transport',
    /\b(xay dung(?! dang)|giao thong|cau duong|kien truc|thuy loi|do thi|ha tang)\b/,
  ),
  field(
    'XD_DANG',
    'Xây dựng Đảng, chính trị',
    'Party building and politics',
    /\b(xay dung dang|chinh quyen nha nuoc|chinh tri|triet hoc|lich su dang|tu tuong|mac lenin)\b/,
  ),
  field('SU_PHAM', 'Sư phạm', 'Education', /\b(su pham|giao duc|mam non|tieu hoc)\b/),
  field(
    'VAN_HOA',
    'Văn hóa, du lịch',
    'Culture and tourism',
    /\b(van hoa|du lich|nghe thuat|thu vien|bao tang|am nhac|my thuat|the thao|the duc|tdtt)\b/,
  ),
  field('CTXH', 'Công tác xã hội', 'Social work', /\b(cong tac xa hoi|xa hoi hoc|lao dong xa hoi|ctxh|cong tac thanh thieu nien|phu nu)\b/),
  field('BAO_CHI', 'Báo chí, truyền thông', 'Journalism and communication', /\b(bao chi|truyen thong)\b/),
  field('Y_DUOC', 'Y, dược', 'Medicine and pharmacy', /\b(y khoa|y te|duoc|bac si|bac sy|dieu duong|ho sinh|y si|y hoc)\b/),
  field('CNTT', 'Công nghệ thông tin', 'Information technology', /\b(cong nghe thong tin|cntt|tin hoc)\b/),
  field('NGOAI_NGU', 'Ngoại ngữ', 'Foreign languages', /\b(ngoai ngu|tieng anh|ngon ngu anh|anh van|tieng trung|tieng phap)\b/),
  field('VAN_THU', 'Văn thư, lưu trữ', 'Records and archives', /\b(van thu|luu tru)\b/),
  field('NHAN_LUC', 'Quản trị nhân lực', 'Human resources', /\b(nhan luc|nhan su|to chuc can bo)\b/),
  field('QUAN_SU', 'Quân sự', 'Military', /\b(quan su|quoc phong|bo chi huy|si quan)\b/),
  field('AN_NINH', 'An ninh', 'Security', /\b(an ninh|canh sat|cong an|trinh sat|dieu tra)\b/),
  field('NGU_VAN', 'Ngữ văn, lịch sử', 'Literature and history', /\b(ngu van|van hoc|lich su|viet nam hoc)\b/),
  field('KY_THUAT', 'Kỹ thuật', 'Engineering', /\b(ky thuat|co khi|dien|dien tu|cong nghiep|khai khoang|dia chat)\b/),
]

/** The field of study the words name, or null. */
export function fieldOfStudyOf(text: string): FieldOfStudy | null {
  const words = wordsOf(text)
  return fieldsOfStudy.find((one) => one.known.test(words)) ?? null
}

export function fieldOfStudy(code: string): FieldOfStudy | undefined {
  return fieldsOfStudy.find((one) => one.code === code)
}

function field(code: string, vi: string, en: string, known: RegExp): FieldOfStudy {
  return { code, name: { vi, en }, known }
}
