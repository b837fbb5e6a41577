import { wordsOf } from '#law/words.ts'

export type Outcome = 'completed' | 'failed' | 'dropped'

/** What a results column means: 'Tốt nghiệp loại khá', 'Không đạt', 'Bỏ học'. */
export function outcomeOf(text: string): Outcome | null {
  const words = wordsOf(text)
  if (/\b(khong (dat|hoan thanh|tot nghiep)|chua dat|truot)\b/.test(words)) return 'failed'
  if (/\b(bo hoc|thoi hoc|bo do|khong hoc|rut)\b/.test(words)) return 'dropped'
  if (/\b(hoan thanh|tot nghiep|dat|gioi|kha|trung binh|xuat sac|completed)\b/.test(words)) return 'completed'
  return null
}
