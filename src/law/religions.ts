import type { Bilingual } from '#lib/language.ts'
import { wordsOf } from './words.ts'

export type Religion = { code: string; name: Bilingual }

/** As found with the population data sets (S121, incomplete: Islam and Bửu Sơn Kỳ Hương are missing there), hence 99. */
export const religions: readonly Religion[] = [
  religion('00', 'Không', 'None'),
  religion('01', 'Phật giáo', 'Buddhism'),
  religion('02', 'Công giáo', 'Catholicism'),
  religion('03', 'Tin lành', 'Protestantism'),
  religion('04', 'Cao Đài', 'Caodaism'),
  religion('05', 'Phật giáo Hòa Hảo', 'Hoa Hao Buddhism'),
  religion('06', "Baha'i", "Baha'i"),
  religion('07', 'Tịnh độ Cư sĩ Phật hội', 'Pure Land Lay Buddhist Association'),
  religion('08', 'Tứ Ân Hiếu Nghĩa', 'Four Debts of Gratitude'),
  religion('09', 'Minh Sư đạo', 'Minh Su'),
  religion('10', 'Minh lý đạo', 'Minh Ly'),
  religion('11', 'Bà-la-môn', 'Brahmanism'),
  religion('12', 'Mormon', 'Mormonism'),
  religion('13', 'Phật giáo Hiếu Nghĩa Tà Lơn', 'Hieu Nghia Ta Lon Buddhism'),
  religion('14', 'Cơ đốc Phục lâm', 'Adventism'),
  religion('99', 'Khác', 'Other'),
]

const aliases: Record<string, string> = {
  'khong ton giao': '00',
  'khong theo': '00',
  luong: '00',
  phat: '01',
  'dao phat': '01',
  'thien chua giao': '02',
  'thien chua': '02',
  'cong giao la ma': '02',
  'dao thien chua': '02',
  'hoa hao': '05',
  'hoi giao': '99',
  'buu son ky huong': '99',
}

export function religionOf(text: string): Religion | null {
  const words = wordsOf(text)
  const code = aliases[words]
  return religions.find((one) => one.code === code || wordsOf(one.name.vi) === words) ?? null
}

function religion(code: string, vi: string, en: string): Religion {
  return { code, name: { vi, en } }
}
